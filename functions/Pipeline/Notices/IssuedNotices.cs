using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Notices;

/// <summary>The records of issued letters, one blob each.</summary>
public sealed class IssuedNotices(Store store, DamageMarks damages)
{
    private const string ContentType = "application/json; charset=utf-8";
    private readonly BlobContainerClient container = store.Container(StoredNames.Notices);

    /// <summary>Null while the letter is a draft.</summary>
    /// <exception cref="DamagedLetterException">It was recorded, but can't be read any more.</exception>
    public async Task<IssuedNotice?> FindAsync(string period, string unit, CancellationToken cancellation) =>
        await ReadAsync(container.GetBlobClient(Paths.Issue(period, unit)), cancellation) is var (issued, _)
            ? issued
            : null;

    /// <summary>Records a letter, or finds it recorded; the first record holds unless it is to be replaced.</summary>
    /// <returns>What is recorded now, and what it replaced.</returns>
    internal async Task<(IssuedNotice Now, IssuedNotice? Before)> RecordAsync(
        IssuedNotice notice,
        bool replace,
        CancellationToken cancellation
    )
    {
        var blob = container.GetBlobClient(Paths.Issue(notice.Period, notice.Unit));
        var contention = new Contention($"{StoredNames.Notices}/{blob.Name}");
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
                var now = found is { } replaced ? notice.After(replaced.Notice) : notice;
                await blob.UploadAsync(now.ToJson(), options, cancellation);
                return (now, found?.Notice);
            }
            catch (RequestFailedException moved) when (moved.IsMoved())
            {
                // Somebody was first: look again.
                await contention.PauseAsync(cancellation, moved);
            }
        }
    }

    private async Task<(IssuedNotice Notice, ETag ETag)?> ReadAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellation)).Value;
            var notice = IssuedNotice.FromJson(content.Content);
            await damages.ClearAsync($"{StoredNames.Notices}/{blob.Name}", cancellation);
            return (notice, content.Details.ETag);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return null;
        }
        catch (JsonException unreadable)
        {
            var damaged = new DamagedLetterException(blob.Name, unreadable);
            await damages.SetAsync(damaged.Damage, cancellation);
            throw damaged;
        }
    }
}
