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

    /// <summary>The letters that are recorded, and those of which only the document is there: their records are lost.</summary>
    /// <param name="prefix">What their names begin with: a year, or "" for all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<(IReadOnlySet<(string, string)> Recorded, IReadOnlySet<(string, string)> Lost)> ListAsync(
        string prefix,
        CancellationToken cancellation
    )
    {
        var (recorded, lost) = (new HashSet<(string, string)>(), new HashSet<(string, string)>());
        foreach (var blob in await container.ListAllAsync(prefix, cancellation))
        {
            if (Paths.SplitIssued(blob.Name) is var (period, unit, extension))
                (Paths.Issue(period, unit).EndsWith(extension, StringComparison.Ordinal) ? recorded : lost).Add(
                    (period, unit)
                );
        }
        lost.ExceptWith(recorded);
        return (recorded, lost);
    }

    /// <summary>Reads the records of which their listing doesn't show that they are what was written, and marks what can't be.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (Paths.SplitIssued(blob.Name) is not (_, _, ".json") || PlaceMark.Proves(container.Name, blob))
                continue;
            try
            {
                await ReadAsync(container.GetBlobClient(blob.Name), cancellation);
            }
            catch (DamagedLetterException)
            {
                // It is marked, and in nobody else's way.
            }
        }
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
            var now = found is { } replaced ? notice.After(replaced.Notice) : notice;
            var json = now.ToJson();
            var metadata = ContentMark.MetadataOf(json);
            PlaceMark.Note(container.Name, blob.Name, metadata);
            var options = new BlobUploadOptions
            {
                Conditions = condition,
                HttpHeaders = new BlobHttpHeaders { ContentType = ContentType },
                Metadata = metadata,
            };
            try
            {
                await blob.UploadAsync(BinaryData.FromBytes(json), options, cancellation);
                await damages.ClearAsync($"{StoredNames.Notices}/{blob.Name}", cancellation);
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
            var notice = IssuedNotice.FromJson(content.Content, blob.Name);
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
