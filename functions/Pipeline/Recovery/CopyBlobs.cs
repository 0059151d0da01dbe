using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>
/// Copies containers into a backup's folder: what lies there in the same version already is not fetched again. A blob
/// whose name can't be worked with is left out: asking for it gives another one. None of ours is called so.
/// </summary>
internal sealed class CopyBlobs(Store store, BackupFolder folder)
{
    private const string NoType = "application/octet-stream";
    private const int Parallelism = 16;

    /// <summary>The container as it is now; empty when there is none.</summary>
    public async Task<BackedUpContainer> CopyAsync(
        string name,
        BackedUpContainer? before,
        ShowProgress show,
        CancellationToken cancellation
    )
    {
        var container = store.Container(name);
        var known = (before?.Blobs ?? []).ToDictionary(blob => blob.Name, StringComparer.Ordinal);
        var listed = await ListAsync(container, cancellation);
        var copied = new BackedUpBlob?[listed.Count];
        await show(
            name,
            listed.Count,
            step =>
                Parallel.ForEachAsync(
                    listed.Index(),
                    new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
                    async (at, token) =>
                    {
                        copied[at.Index] = await CopyAsync(container, at.Item, known, token);
                        step();
                    }
                )
        );
        return new(name, [.. copied.OfType<BackedUpBlob>()]);
    }

    /// <summary>Null: it was deleted since it was listed.</summary>
    private async Task<BackedUpBlob?> CopyAsync(
        BlobContainerClient container,
        ListedBlob listed,
        Dictionary<string, BackedUpBlob> known,
        CancellationToken cancellation
    )
    {
        var contention = new Contention($"{container.Name}/{listed.Name}");
        for (var present = listed; ; await contention.PauseAsync(cancellation))
        {
            var file = BackupNames.OfBlob(container.Name, present.Name, present.ETag);
            if (folder.Has(file, present.Size))
                return present.CopiedTo(
                    file,
                    known.TryGetValue(present.Name, out var before) && before.File == file
                        ? before.Sha256
                        : await folder.HashAsync(file, cancellation)
                );
            if (await FetchAsync(container, present, file, cancellation) is { } sha)
                return present.CopiedTo(file, sha);
            if (await FindAsync(container, present.Name, cancellation) is not { } moved)
                return null;
            present = moved;
        }
    }

    /// <summary>Null: it is not that version any more.</summary>
    private async Task<string?> FetchAsync(
        BlobContainerClient container,
        ListedBlob blob,
        string file,
        CancellationToken cancellation
    )
    {
        try
        {
            var asListed = new BlobDownloadOptions
            {
                Conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{blob.ETag}\"") },
            };
            using var answer = (
                await container.GetBlobClient(blob.Name).DownloadStreamingAsync(asListed, cancellation)
            ).Value;
            var (_, _, sha) = await folder.WriteAsync(
                file,
                _ => file,
                content => answer.Content.CopyToAsync(content, cancellation)
            );
            return sha;
        }
        catch (RequestFailedException moved) when (moved.IsMissing() || moved.IsMoved())
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<ListedBlob>> ListAsync(
        BlobContainerClient container,
        CancellationToken cancellation
    )
    {
        var blobs = new List<ListedBlob>();
        try
        {
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
            await foreach (var blob in container.GetBlobsAsync(options, cancellation))
            {
                var about = blob.Properties;
                if (BackupScope.Holds(container.Name, blob.Name) && BlobNames.IsSound(blob.Name))
                    blobs.Add(
                        new(
                            blob.Name,
                            Plain(about.ETag ?? default),
                            about.ContentLength ?? 0,
                            about.LastModified ?? default,
                            about.ContentType,
                            blob.Metadata
                        )
                    );
            }
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return [];
        }
        return [.. blobs.OrderBy(blob => blob.Name, StringComparer.Ordinal)];
    }

    private static async Task<ListedBlob?> FindAsync(
        BlobContainerClient container,
        string name,
        CancellationToken cancellation
    )
    {
        try
        {
            var about = (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new(
                name,
                Plain(about.ETag),
                about.ContentLength,
                about.LastModified,
                about.ContentType,
                about.Metadata
            );
        }
        catch (RequestFailedException gone) when (gone.IsMissing())
        {
            return null;
        }
    }

    private static string Plain(ETag etag) => etag.ToString("G").Trim('"');

    private sealed record ListedBlob(
        string Name,
        string ETag,
        long Size,
        DateTimeOffset Modified,
        string? Type,
        IDictionary<string, string>? Metadata
    )
    {
        public BackedUpBlob CopiedTo(string file, string sha256) =>
            new(
                Name,
                file,
                Size,
                sha256,
                ETag,
                Modified,
                Type == NoType ? null : Type,
                Metadata is { Count: > 0 }
                    ? new SortedDictionary<string, string>(Metadata, StringComparer.Ordinal)
                    : null
            );
    }
}
