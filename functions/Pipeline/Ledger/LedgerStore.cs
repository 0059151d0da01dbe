using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A hot ledger as it was read.</summary>
/// <param name="Ledger">What it holds.</param>
/// <param name="ETag">Null when none is stored.</param>
/// <param name="IsFresh">True when nothing readable was stored: the journal may know more.</param>
/// <param name="Published">Passes that the stored bytes still list, though their rows have been published.</param>
/// <param name="Damage">Why what is stored can't be read; null where it can, or another version wrote it.</param>
public sealed record LoadedLedger(
    UnitLedger Ledger,
    ETag? ETag,
    bool IsFresh,
    IReadOnlyList<Pass> Published,
    Damage? Damage = null
)
{
    /// <summary>Nothing of it is believed: it is derived from the journal.</summary>
    public static LoadedLedger Unread(string unit, PeriodScheme scheme, ETag? etag, Damage? damage = null) =>
        new(new UnitLedger(unit, scheme), etag, IsFresh: true, [], damage);
}

/// <summary>Ledgers in blob storage: concurrency by ETag, so that no update is lost (design.md §4, law 3).</summary>
public sealed class LedgerStore(Store store, PeriodScheme scheme)
{
    private const string AsOfMetadata = "asof";
    private const string NoAsOf = "none";
    private const string PublishedMetadata = "published";
    private readonly BlobContainerClient container = store.Container(StoredNames.Ledger);

    public PeriodScheme Scheme => scheme;

    public ColdStore Cold { get; } = new(store);

    /// <summary>Where a unit's hot ledger lies, for people.</summary>
    public static string PlaceOf(string unit) => $"{StoredNames.Ledger}/{Paths.HotLedger(unit)}";

    /// <summary>Whether a part of this unit's ledger lies damaged.</summary>
    public static bool IsOf(string unit, Damage damage) =>
        damage.Place.StartsWith($"{StoredNames.Ledger}/{Paths.LedgerOf(unit)}", StringComparison.Ordinal);

    public async Task<LoadedLedger> LoadAsync(string unit, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(Paths.HotLedger(unit)).DownloadContentAsync(cancellation);
            return Read(unit, blob.Value);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return LoadedLedger.Unread(unit, scheme, null);
        }
    }

    private LoadedLedger Read(string unit, BlobDownloadResult blob)
    {
        var etag = blob.Details.ETag;
        try
        {
            if (LedgerCodec.Read(blob.Content.ToMemory(), scheme) is not { } ledger)
                return LoadedLedger.Unread(unit, scheme, etag);
            if (ledger.Unit != unit)
                return LoadedLedger.Unread(unit, scheme, etag, new(PlaceOf(unit), "sổ cái của đơn vị khác"));
            var ids = Ids(blob.Details.Metadata);
            var published = ledger.Unpublished.Where(pass => ids.Contains(pass.Id)).ToList();
            ledger.Unpublished.RemoveAll(published.Contains);
            Owe(ledger, [.. published.SelectMany(pass => pass.Rows)]);
            return new(ledger, etag, IsFresh: false, published);
        }
        catch (InvalidDataException)
        {
            var damage = new Damage(PlaceOf(unit), "sổ cái không còn đúng như khi ghi");
            return LoadedLedger.Unread(unit, scheme, etag, damage);
        }
    }

    /// <summary>
    /// Who saved one of the passes left may have read these rows as they were then, and still be writing them: they are
    /// owed until his pass is published, too, whoever publishes it.
    /// </summary>
    private static void Owe(UnitLedger ledger, IReadOnlyList<RowKey> rows)
    {
        if (rows.Count == 0)
            return;
        for (var i = 0; i < ledger.Unpublished.Count; i++)
        {
            var left = ledger.Unpublished[i];
            ledger.Unpublished[i] = left with { Rows = [.. left.Rows.Union(rows)] };
        }
    }

    /// <summary>Blob names of all hot ledgers, without a look at the many cold segments.</summary>
    public async Task<IReadOnlySet<string>> StoredAsync(CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsByHierarchyOptions { Delimiter = Paths.ColdLedgers };
        await foreach (var item in container.GetBlobsByHierarchyAsync(options, cancellation))
        {
            if (item.IsBlob)
                names.Add(item.Blob.Name);
        }
        return names;
    }

    /// <summary>Units with a hot ledger that hold, or held, a code.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(string code, CancellationToken cancellation) =>
        [
            .. (await StoredAsync(cancellation))
                .Select(name => name.Split('/')[0])
                .Where(unit => unit == code || unit.StartsWith($"{code}-", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What the hot ledger is now; null when there is none.</summary>
    public async Task<ETag?> ETagAsync(string unit, CancellationToken cancellation) =>
        (await PropertiesAsync(unit, cancellation))?.ETag;

    /// <summary>The unit's latest as-of date, from the metadata; not known where no ledger tells.</summary>
    public async Task<(bool IsKnown, DateOnly? AsOf)> AsOfAsync(string unit, CancellationToken cancellation)
    {
        if (
            await PropertiesAsync(unit, cancellation) is not { } properties
            || !properties.Metadata.TryGetValue(AsOfMetadata, out var text)
        )
            return (false, null);
        if (text == NoAsOf)
            return (true, null);
        return IsoDay.TryParse(text, out var day) ? (true, day) : (false, null);
    }

    private async Task<BlobProperties?> PropertiesAsync(string unit, CancellationToken cancellation)
    {
        try
        {
            return await container
                .GetBlobClient(Paths.HotLedger(unit))
                .GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    /// <summary>Saves if nobody else has since it was read. Null: somebody has, or our own answer was lost; read again.</summary>
    public async Task<ETag?> SaveAsync(UnitLedger ledger, ETag? readAs, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = readAs is { } etag ? new() { IfMatch = etag } : new() { IfNoneMatch = ETag.All },
            Metadata = Metadata(ledger, []),
        };
        var blob = container.GetBlobClient(Paths.HotLedger(ledger.Unit));
        return await UnlessMoved(async () =>
            (await blob.UploadAsync(BinaryData.FromBytes(LedgerCodec.Write(ledger)), options, cancellation)).Value.ETag
        );
    }

    /// <summary>
    /// In one request: sees that the ledger stood still while its rows were published, and notes that they were.
    /// False: it moved.
    /// </summary>
    public async Task<bool> MarkPublishedAsync(
        UnitLedger ledger,
        ETag readAs,
        IEnumerable<Pass> published,
        CancellationToken cancellation
    )
    {
        var metadata = Metadata(ledger, published.Select(pass => pass.Id));
        var blob = container.GetBlobClient(Paths.HotLedger(ledger.Unit));
        var conditions = new BlobRequestConditions { IfMatch = readAs };
        var etag = await UnlessMoved(async () =>
            (await blob.SetMetadataAsync(metadata, conditions, cancellation)).Value.ETag
        );
        return etag is not null;
    }

    private static async Task<ETag?> UnlessMoved(Func<Task<ETag>> request)
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException moved) when (moved.IsMoved() || moved.IsMissing())
        {
            return null;
        }
    }

    private static Dictionary<string, string> Metadata(UnitLedger ledger, IEnumerable<string> published) =>
        new(StringComparer.Ordinal)
        {
            [AsOfMetadata] = ledger.AsOf is { } day ? IsoDay.Of(day) : NoAsOf,
            [PublishedMetadata] = string.Join(',', published),
        };

    private static HashSet<string> Ids(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(PublishedMetadata, out var ids) ? [.. ids.Split(',')] : [];
}
