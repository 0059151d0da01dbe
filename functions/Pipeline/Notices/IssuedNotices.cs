using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>The records of issued letters, one blob each.</summary>
public sealed class IssuedNotices(Store store)
{
    private const string ContentType = "application/json; charset=utf-8";
    private readonly BlobContainerClient container = store.Container(StoredNames.Notices);

    /// <summary>Null while the letter is a draft.</summary>
    public async Task<IssuedNotice?> FindAsync(string period, string unit, CancellationToken cancellation) =>
        await ReadAsync(container.GetBlobClient(Paths.Issue(period, unit)), cancellation) is var (issued, _)
            ? issued
            : null;

    /// <summary>All of a period, by unit.</summary>
    public async Task<IReadOnlyList<IssuedNotice>> ListAsync(string period, CancellationToken cancellation)
    {
        var all = new List<IssuedNotice>();
        var options = new GetBlobsOptions { Prefix = Paths.IssuedOf(period) };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            var isRecord = blob.Name.EndsWith(".json", StringComparison.Ordinal);
            if (isRecord && await ReadAsync(container.GetBlobClient(blob.Name), cancellation) is var (issued, _))
                all.Add(issued);
        }
        return all;
    }

    /// <summary>Records a letter, or finds it recorded; the first record holds unless it is to be replaced.</summary>
    /// <returns>What is recorded now, and what it replaced.</returns>
    internal async Task<(IssuedNotice Now, IssuedNotice? Before)> RecordAsync(
        IssuedNotice notice,
        bool replace,
        CancellationToken cancellation
    )
    {
        var blob = container.GetBlobClient(Paths.Issue(notice.Period, notice.Unit));
        while (true)
        {
            var found = await ReadAsync(blob, cancellation);
            if (found is var (recorded, _) && (recorded.SaysTheSameAs(notice) || !replace))
                return (recorded, null);
            // Written only if nobody recorded another meanwhile.
            var condition = found is var (_, etag)
                ? new BlobRequestConditions { IfMatch = etag }
                : new BlobRequestConditions { IfNoneMatch = ETag.All };
            var options = new BlobUploadOptions
            {
                Conditions = condition,
                HttpHeaders = new BlobHttpHeaders { ContentType = ContentType },
            };
            try
            {
                await blob.UploadAsync(notice.ToJson(), options, cancellation);
                return (notice, found?.Notice);
            }
            catch (RequestFailedException moved) when (moved.Status is 409 or 412)
            {
                // Somebody was first: look again.
            }
        }
    }

    private static async Task<(IssuedNotice Notice, ETag ETag)?> ReadAsync(
        BlobClient blob,
        CancellationToken cancellation
    )
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellation)).Value;
            return (IssuedNotice.FromJson(content.Content), content.Details.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }
}
