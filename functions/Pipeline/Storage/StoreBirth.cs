using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Storage;

/// <summary>When, and for what, a store was created: written once, with the store.</summary>
public sealed class StoreBirth(Store store, PeriodScheme scheme, TimeProvider time)
{
    internal const string Blob = "created";
    private const string DayMetadata = "day";
    private const string PurposeMetadata = "purpose";
    private const string ListsMetadata = "lists";
    private const string SchemeMetadata = "scheme";
    private const string Noted = "noted";

    /// <summary>Notes the creation if nobody has; purpose is "work" or "demo".</summary>
    public async Task NoteAsync(string purpose, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [DayMetadata] = time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                [PurposeMetadata] = purpose,
                [ListsMetadata] = Noted,
                [SchemeMetadata] = scheme.Id(),
            },
        };
        try
        {
            await store
                .Container(StoredNames.Settings)
                .GetBlobClient(Blob)
                .UploadAsync(BinaryData.FromString(""), options, cancellation);
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
            _ = await MetadataAsync(cancellation);
            return true;
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
            known[SchemeMetadata] = own;
            await store
                .Container(StoredNames.Settings)
                .GetBlobClient(Blob)
                .SetMetadataAsync(known, cancellationToken: cancellation);
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
    public async Task<DateOnly> DayAsync(CancellationToken cancellation) =>
        DateOnly.ParseExact(
            (await MetadataAsync(cancellation))[DayMetadata],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );

    /// <summary>What the store was created for: "work" or "demo".</summary>
    public async Task<string> PurposeAsync(CancellationToken cancellation) =>
        (await MetadataAsync(cancellation))[PurposeMetadata];

    /// <summary>Whether it was made by a program that notes when its lists have been given (see <see cref="StaffLists"/>).</summary>
    public async Task<bool> NotesListsAsync(CancellationToken cancellation) =>
        (await MetadataAsync(cancellation)).ContainsKey(ListsMetadata);

    private async Task<IDictionary<string, string>> MetadataAsync(CancellationToken cancellation)
    {
        var blob = store.Container(StoredNames.Settings).GetBlobClient(Blob);
        return (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
    }
}
