using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>What a listing tells of documents, without reading one.</summary>
internal sealed class ListedDocuments
{
    private readonly Dictionary<string, BlobItem> blobs;
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    public ListedDocuments(IEnumerable<BlobItem> listed)
    {
        blobs = listed.ToDictionary(blob => blob.Name, StringComparer.Ordinal);
        foreach (var (name, blob) in blobs)
        {
            foreach (var (key, md5) in blob.Metadata ?? new Dictionary<string, string>())
                told[FolderOf(name) + key] = md5;
        }
    }

    public IReadOnlyCollection<string> Names => blobs.Keys;

    public bool IsThere(string name) => blobs.ContainsKey(name);

    /// <summary>It lies there, and is what was written as far as storage tells of its content.</summary>
    public bool IsSound(string name) =>
        IsThere(name) && (Md5Of(name) is not { } lies || MarkOf(name) is not { } noted || lies == noted);

    /// <summary>What it was written with, as it says itself, or else those that were written with it; null: nobody does.</summary>
    public string? MarkOf(string name) =>
        (blobs.TryGetValue(name, out var blob) && blob.Metadata is { } own ? ContentMark.In(own) : null)
        ?? told.GetValueOrDefault(FolderOf(name) + DocumentMark.KeyOf(name));

    /// <summary>Of what lies there; null: storage doesn't tell, or nothing does.</summary>
    public string? Md5Of(string name) =>
        blobs.GetValueOrDefault(name)?.Properties.ContentHash is { } md5 ? Convert.ToHexStringLower(md5) : null;

    private static string FolderOf(string name) => name[..(name.LastIndexOf('/') + 1)];
}
