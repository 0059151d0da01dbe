using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// That staff wrote a setting of their own, noted before it is written: one that is gone later is lost, which is a red
/// light and not the setting that the program ships with.
/// </summary>
internal sealed class OwnSettings(Store store)
{
    public async Task NoteAsync(string blob, string text, CancellationToken cancellation) =>
        await Mark(blob).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);

    /// <summary>Also where nobody can tell: with the note of the store's birth, others of that container went.</summary>
    public async Task<bool> IsNotedAsync(string blob, CancellationToken cancellation) =>
        await Mark(blob).ExistsAsync(cancellation)
        || !await store.Container(StoredNames.Settings).GetBlobClient(StoreBirth.Blob).ExistsAsync(cancellation);

    /// <summary>Names of the settings under a prefix that staff wrote.</summary>
    public async Task<IReadOnlyList<string>> NotedAsync(string prefix, CancellationToken cancellation)
    {
        var noted = new List<string>();
        var options = new GetBlobsOptions { Prefix = Paths.OwnSetting(prefix) };
        await foreach (var mark in store.Container(StoredNames.Settings).GetBlobsAsync(options, cancellation))
            noted.Add(mark.Name[Paths.OwnSetting("").Length..]);
        return noted;
    }

    public async Task<string> TextAsync(string blob, CancellationToken cancellation) =>
        (await Mark(blob).DownloadContentAsync(cancellation)).Value.Content.ToString();

    private Azure.Storage.Blobs.BlobClient Mark(string blob) =>
        store.Container(StoredNames.Settings).GetBlobClient(Paths.OwnSetting(blob));
}
