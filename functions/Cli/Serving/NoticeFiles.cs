using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Serving;

/// <summary>What was copied, and what could not be.</summary>
/// <param name="Files">The files written, sorted.</param>
/// <param name="Damages">Documents that are gone or damaged and can't be drawn again: none of them was copied.</param>
internal sealed record CopiedNotices(IReadOnlyList<string> Files, IReadOnlyList<Damage> Damages);

/// <summary>Copies what a review produced onto this machine, where a person can open it.</summary>
internal sealed class NoticeFiles(Store store, MendDocuments documents)
{
    /// <summary>Copies all notices and reports of a period, drafts and issued ones; what only the program reads stays.</summary>
    public async Task<CopiedNotices> CopyAsync(string period, string folder, CancellationToken cancellation)
    {
        var (files, damages) = (new List<string>(), new List<Damage>());
        foreach (var container in (string[])[StoredNames.Notices, StoredNames.Reports])
        {
            foreach (var name in await NamesAsync(container, Paths.NoticesOf(period), cancellation))
            {
                try
                {
                    var content = await documents.ReadAsync(container, name, cancellation);
                    var file = new OutFolder(folder).At(name[Paths.NoticesOf(period).Length..]);
                    await File.WriteAllBytesAsync(file, content, cancellation);
                    files.Add(file);
                }
                catch (UnreadableException damaged)
                {
                    damages.Add(damaged.Damage);
                }
            }
        }
        files.Sort(StringComparer.Ordinal);
        return new(files, damages);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(
        string container,
        string prefix,
        CancellationToken cancellation
    )
    {
        var names = new List<string>();
        var options = new GetBlobsOptions { Prefix = prefix };
        await foreach (var blob in store.Container(container).GetBlobsAsync(options, cancellation))
        {
            if (Paths.IsForReaders(blob.Name) && BlobNames.IsSound(blob.Name))
                names.Add(blob.Name);
        }
        return names;
    }
}
