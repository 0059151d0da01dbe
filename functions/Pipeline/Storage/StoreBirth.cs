using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Storage;

/// <summary>When, and for what, a store was created: written once, with the store.</summary>
public sealed class StoreBirth(Store store, UsedStore used, PeriodScheme scheme, TimeProvider time)
{
    internal const string Blob = "created";
    private const string DayMetadata = "day";
    private const string PurposeMetadata = "purpose";
    private const string ListsMetadata = "lists";
    private const string SchemeMetadata = "scheme";
    private const string Noted = "noted";
    private const string Work = "work";
    private const string Place = $"{StoredNames.Settings}/{Blob}";
    private const string Mend =
        "ghi lại bằng cchc health --created NGÀY (ngày tạo kho), rồi nhập lại các thiết lập đã mất cùng nó, hoặc phục hồi từ bản sao lưu";
    private static readonly BlobRequestConditions IfNoneMatch = new() { IfNoneMatch = ETag.All };

    /// <summary>
    /// Notes the creation if nobody has; purpose is "work" or "demo". A store that was used and has no note lost it: a red
    /// light, as the first quarter to be reviewed depends on the day.
    /// </summary>
    public async Task NoteAsync(string purpose, CancellationToken cancellation)
    {
        if (!await Client.ExistsAsync(cancellation) && !await used.IsUsedAsync(cancellation))
            await WriteAsync(purpose, time.Today(), IfNoneMatch, cancellation);
    }

    /// <summary>Notes anew, as staff say it, the creation of a store that lost its note, or whose note can't be read.</summary>
    public async Task<bool> MendAsync(DateOnly day, CancellationToken cancellation)
    {
        if (await DamageAsync(cancellation) is null)
            return false;
        await WriteAsync(Work, day, conditions: null, cancellation);
        return true;
    }

    /// <summary>What is wrong with the note; null: nothing.</summary>
    public async Task<Damage?> DamageAsync(CancellationToken cancellation)
    {
        try
        {
            _ = await DayAsync(cancellation);
            return null;
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Damage;
        }
    }

    private async Task WriteAsync(
        string purpose,
        DateOnly day,
        BlobRequestConditions? conditions,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [DayMetadata] = IsoDay.Of(day),
                [PurposeMetadata] = purpose,
                [ListsMetadata] = Noted,
                [SchemeMetadata] = scheme.Id(),
            },
        };
        try
        {
            await Client.UploadAsync(BinaryData.FromString(""), options, cancellation);
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            // The store is older than this process.
        }
    }

    /// <summary>Whether there is a store at all.</summary>
    public async Task<bool> IsNotedAsync(CancellationToken cancellation)
    {
        try
        {
            return await Client.ExistsAsync(cancellation) || await used.IsUsedAsync(cancellation);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return false;
        }
    }

    /// <summary>A store has one scheme for life (domain.md §3); one of an earlier program gets that of the figures in it.</summary>
    /// <exception cref="OtherSchemeException">The settings name another.</exception>
    public async Task KeepSchemeAsync(CancellationToken cancellation)
    {
        var known = await MetadataAsync(cancellation);
        if (!known.TryGetValue(SchemeMetadata, out var own))
        {
            own = (await HasFiguresOfAsync(scheme, cancellation) ? scheme : await FoundAsync(cancellation)).Id();
            var isThere = known.Count > 0;
            known[SchemeMetadata] = own;
            if (isThere)
                await Client.SetMetadataAsync(known, cancellationToken: cancellation);
        }
        if (own != scheme.Id())
            throw new OtherSchemeException(own, scheme.Id());
    }

    private async Task<PeriodScheme> FoundAsync(CancellationToken cancellation)
    {
        foreach (var other in Enum.GetValues<PeriodScheme>().Where(other => other != scheme))
        {
            if (await HasFiguresOfAsync(other, cancellation))
                return other;
        }
        return scheme;
    }

    private async Task<bool> HasFiguresOfAsync(PeriodScheme asked, CancellationToken cancellation)
    {
        var (from, to) = (Keys.KpiPartition(asked, ""), Keys.KpiPartition(asked, "~"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        var rows = store.Table(StoredNames.KpiTable).QueryAsync<TableEntity>(filter, 1, ["RowKey"], cancellation);
        await foreach (var _ in rows)
            return true;
        return false;
    }

    /// <summary>The Vietnamese day on which the store was created.</summary>
    /// <exception cref="UnreadableException">The note is lost, or can't be read.</exception>
    public async Task<DateOnly> DayAsync(CancellationToken cancellation) =>
        (await MetadataAsync(cancellation)).TryGetValue(DayMetadata, out var day) && IsoDay.TryParse(day, out var known)
            ? known
            : throw new UnreadableException(new Damage(Place, $"ngày tạo kho đã mất hoặc không đọc được; {Mend}"));

    /// <summary>What the store was created for: "work" or "demo"; work where nobody can tell.</summary>
    public async Task<string> PurposeAsync(CancellationToken cancellation) =>
        (await MetadataAsync(cancellation)).TryGetValue(PurposeMetadata, out var purpose) ? purpose : Work;

    /// <summary>Whether it was made by a program that notes when its lists have been given (see <see cref="StaffLists"/>).</summary>
    public async Task<bool> NotesListsAsync(CancellationToken cancellation) =>
        (await MetadataAsync(cancellation)).ContainsKey(ListsMetadata);

    private async Task<IDictionary<string, string>> MetadataAsync(CancellationToken cancellation)
    {
        try
        {
            return (await Client.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
        }
        catch (RequestFailedException lost) when (lost.IsMissing())
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }
    }

    private Azure.Storage.Blobs.BlobClient Client => store.Container(StoredNames.Settings).GetBlobClient(Blob);
}
