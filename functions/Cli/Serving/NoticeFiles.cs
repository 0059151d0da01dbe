using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Serving;

/// <summary>Copies what a review produced onto this machine, where a person can open it.</summary>
internal sealed class NoticeFiles(Store store)
{
    /// <summary>Copies all notices and reports of a period, drafts and issued ones; what only the program reads stays.</summary>
    /// <returns>The files written, sorted.</returns>
    public async Task<IReadOnlyList<string>> CopyAsync(string period, string folder, CancellationToken cancellation)
    {
        var files = new List<string>();
        foreach (var container in (string[])[StoredNames.Notices, StoredNames.Reports])
            files.AddRange(await CopyAsync(container, Paths.NoticesOf(period), folder, cancellation));
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private async Task<IReadOnlyList<string>> CopyAsync(
        string name,
        string prefix,
        string folder,
        CancellationToken cancellation
    )
    {
        var files = new List<string>();
        var container = store.Container(name);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            if (!Paths.IsForReaders(blob.Name) || !BlobNames.IsSound(blob.Name))
                continue;
            var file = new OutFolder(folder).At(blob.Name[prefix.Length..]);
            await container.GetBlobClient(blob.Name).DownloadToAsync(file, cancellation);
            files.Add(file);
        }
        return files;
    }
}
