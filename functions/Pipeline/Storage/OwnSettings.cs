using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// That staff wrote a setting of their own, noted before it is written: one that is gone later is lost, which is a red
/// light and not the setting that the program ships with; one that isn't what they wrote was changed.
/// </summary>
internal sealed class OwnSettings(Store store)
{
    /// <summary>What is wrong with one that isn't what was written, as a sentence.</summary>
    public const string Changed = "Nội dung bị sửa ngoài hệ thống hoặc hỏng.";

    public async Task NoteAsync(string blob, string text, CancellationToken cancellation) =>
        await Note(blob).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);

    /// <summary>Writes a setting with the mark of its content; noted before, for a blob that is put back loses its metadata.</summary>
    public async Task WriteAsync(string blob, string text, CancellationToken cancellation)
    {
        var content = Encoding.UTF8.GetBytes(text);
        await NoteAsync(blob, ContentMark.Of(content), cancellation);
        await UploadAsync(blob, content, cancellation);
    }

    /// <summary>The same where the text itself is noted.</summary>
    public async Task WriteNotedAsync(string blob, string text, CancellationToken cancellation)
    {
        await NoteAsync(blob, text, cancellation);
        await UploadAsync(blob, Encoding.UTF8.GetBytes(text), cancellation);
    }

    /// <summary>Whether it is what was written, or what was put back is; one of an earlier program is.</summary>
    public async Task<bool> IsAsWrittenAsync(string blob, BlobDownloadResult read, CancellationToken cancellation)
    {
        if (ContentMark.In(read.Details.Metadata) is not null)
            return ContentMark.IsOf(read);
        return await NoteOfAsync(blob, cancellation) is not { Length: > 0 } noted
            || noted == ContentMark.Of(read.Content.ToMemory().Span)
            || noted == read.Content.ToString();
    }

    /// <summary>Also where nobody can tell: with the note of the store's birth, others of that container went.</summary>
    public async Task<bool> IsNotedAsync(string blob, CancellationToken cancellation) =>
        await Note(blob).ExistsAsync(cancellation)
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
        (await Note(blob).DownloadContentAsync(cancellation)).Value.Content.ToString();

    private async Task<string?> NoteOfAsync(string blob, CancellationToken cancellation)
    {
        try
        {
            return await TextAsync(blob, cancellation);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return null;
        }
    }

    private async Task UploadAsync(string blob, byte[] content, CancellationToken cancellation) =>
        await store
            .Container(StoredNames.Settings)
            .GetBlobClient(blob)
            .UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions { Metadata = ContentMark.MetadataOf(content) },
                cancellation
            );

    private Azure.Storage.Blobs.BlobClient Note(string blob) =>
        store.Container(StoredNames.Settings).GetBlobClient(Paths.OwnSetting(blob));
}
