using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Ledger;

/// <summary>A hot ledger as it was read.</summary>
/// <param name="Ledger">What it holds.</param>
/// <param name="ETag">Null when none is stored, or one that this program can't read.</param>
/// <param name="IsFresh">True when nothing readable was stored: the journal may know more.</param>
/// <param name="Published">Passes that the stored bytes still list, though their rows have been published.</param>
public sealed record LoadedLedger(UnitLedger Ledger, ETag? ETag, bool IsFresh, IReadOnlyList<Pass> Published);

/// <summary>Ledgers in blob storage: concurrency by ETag, so that no update is lost (design.md §4, law 3).</summary>
public sealed class LedgerStore(Store store, PeriodScheme scheme)
{
    private const string AsOfMetadata = "asof";
    private const string PublishedMetadata = "published";
    private readonly BlobContainerClient container = store.Container(StoredNames.Ledger);

    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public PeriodScheme Scheme => scheme;

    /// <summary>A number for a ledger derived anew: later ones have greater numbers.</summary>
    /// <remarks>
    /// Counted in ticks, so that no two derivations at once have the same: a segment of one must never be joined
    /// with one of the other, which may know an upload that was withdrawn meanwhile.
    /// </remarks>
    public static long NewGeneration(DateTimeOffset now) => Math.Max(1, (now - Epoch).Ticks);

    public async Task<LoadedLedger> LoadAsync(string unit, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(Paths.HotLedger(unit)).DownloadContentAsync(cancellation);
            var ledger = LedgerCodec.Read(blob.Value.Content.ToMemory(), scheme);
            var etag = blob.Value.Details.ETag;
            if (ledger is null)
                return new(new UnitLedger(unit, scheme), etag, IsFresh: true, []);
            var ids = Ids(blob.Value.Details.Metadata);
            var published = ledger.Unpublished.Where(pass => ids.Contains(pass.Id)).ToList();
            ledger.Unpublished.RemoveAll(published.Contains);
            return new(ledger, etag, IsFresh: false, published);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return new(new UnitLedger(unit, scheme), null, IsFresh: true, []);
        }
    }

    /// <summary>The unit's latest as-of date, from the metadata; null when it has none or no ledger.</summary>
    public async Task<DateOnly?> AsOfAsync(string unit, CancellationToken cancellation)
    {
        try
        {
            var blob = await container
                .GetBlobClient(Paths.HotLedger(unit))
                .GetPropertiesAsync(cancellationToken: cancellation);
            return DateOnly.TryParseExact(
                blob.Value.Metadata[AsOfMetadata],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
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

    public async Task<IReadOnlyList<Dossier>> ReadColdAsync(
        UnitLedger ledger,
        string segment,
        CancellationToken cancellation
    ) => (await ReadColdWithTagAsync(ledger, segment, cancellation)).Dossiers;

    /// <summary>Joins dossiers into a segment; returns all it then holds.</summary>
    public async Task<IReadOnlyCollection<Dossier>> AddColdAsync(
        UnitLedger ledger,
        string segment,
        IReadOnlyList<Dossier> leaving,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var (dossiers, etag) = await ReadColdWithTagAsync(ledger, segment, cancellation);
            var all = dossiers.ToDictionary(dossier => dossier.Code, StringComparer.Ordinal);
            foreach (var dossier in leaving)
            {
                if (all.TryGetValue(dossier.Code, out var resting))
                    resting.Join(dossier);
                else
                    all.Add(dossier.Code, dossier);
            }
            var options = new BlobUploadOptions
            {
                Conditions = etag is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
            };
            var bytes = BinaryData.FromBytes(LedgerCodec.WriteCold(all.Values));
            if (
                await UnlessMoved(async () =>
                    (await Cold(ledger, segment).UploadAsync(bytes, options, cancellation)).Value.ETag
                )
                is not null
            )
                return all.Values;
        }
    }

    /// <summary>Removes segments of other generations than the ledger's.</summary>
    public async Task DeleteOtherGenerationsAsync(UnitLedger ledger, CancellationToken cancellation)
    {
        var present = ledger.Cold.Keys.Select(segment => Cold(ledger, segment).Name).ToHashSet(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = Paths.LedgerOf(ledger.Unit) };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (blob.Name != Paths.HotLedger(ledger.Unit) && !present.Contains(blob.Name))
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }

    private async Task<(IReadOnlyList<Dossier> Dossiers, ETag? ETag)> ReadColdWithTagAsync(
        UnitLedger ledger,
        string segment,
        CancellationToken cancellation
    )
    {
        try
        {
            var blob = await Cold(ledger, segment).DownloadContentAsync(cancellation);
            var dossiers = LedgerCodec.ReadCold(blob.Value.Content.ToMemory(), ledger.Names).ToList();
            return (dossiers, blob.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return ([], null);
        }
    }

    private BlobClient Cold(UnitLedger ledger, string segment) =>
        container.GetBlobClient(Paths.ColdLedger(ledger.Unit, ledger.Generation, segment));

    private static async Task<ETag?> UnlessMoved(Func<Task<ETag>> request)
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException moved) when (moved.Status is 409 or 412)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Metadata(UnitLedger ledger, IEnumerable<string> published) =>
        new(StringComparer.Ordinal)
        {
            [AsOfMetadata] = ledger.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none",
            [PublishedMetadata] = string.Join(',', published),
        };

    private static HashSet<string> Ids(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(PublishedMetadata, out var ids) ? [.. ids.Split(',')] : [];
}
