using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>What a listing tells of documents, without reading one.</summary>
internal sealed class ListedDocuments
{
    private readonly Dictionary<string, BlobItem> blobs;

    /// <summary>Of those that were copied here from elsewhere nothing is believed.</summary>
    private readonly HashSet<string> anothers;
    private readonly ILookup<string, string> told;

    public ListedDocuments(string container, IEnumerable<BlobItem> listed)
    {
        blobs = listed.ToDictionary(blob => blob.Name, StringComparer.Ordinal);
        anothers = [.. blobs.Keys.Where(name => PlaceMark.IsAnothers(container, name, blobs[name].Metadata))];
        told = blobs
            .Values.Where(blob => blob.Metadata is not null && !anothers.Contains(blob.Name))
            .SelectMany(blob => blob.Metadata.Select(noted => (Of: FolderOf(blob.Name) + noted.Key, Md5: noted.Value)))
            .ToLookup(noted => noted.Of, noted => noted.Md5, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Names => blobs.Keys;

    public bool IsThere(string name) => blobs.ContainsKey(name);

    /// <summary>It lies there, and is what was written as far as storage tells of its content.</summary>
    public bool IsSound(string name) =>
        IsThere(name)
        && !anothers.Contains(name)
        && MarksOf(name) is var marks
        && marks.Count <= 1
        && (Md5Of(name) is not { } lies || marks.All(mark => mark == lies));

    /// <summary>Whether anybody tells what it was written with.</summary>
    public bool HasMark(string name) => MarksOf(name).Count > 0;

    /// <summary>Whether all those that were written together with it tell of this content, or none of any.</summary>
    public bool AgreeOn(DocumentMark document) => ToldOf(document.Path).All(mark => mark == document.Md5);

    /// <summary>Whether it is one of the contents of which anything still tells.</summary>
    public bool MayBe(DocumentMark document) =>
        MarksOf(document.Path) is { Count: > 0 } marks
            ? marks.Contains(document.Md5)
            : Md5Of(document.Path) is not { } lies || lies == document.Md5;

    /// <summary>What it was written with, as it says itself and those that were written with it: two where they disagree.</summary>
    private HashSet<string> MarksOf(string name)
    {
        var marks = ToldOf(name).ToHashSet(StringComparer.Ordinal);
        if (
            !anothers.Contains(name)
            && blobs.GetValueOrDefault(name)?.Metadata is { } own
            && ContentMark.In(own) is { } md5
        )
            marks.Add(md5);
        return marks;
    }

    private IEnumerable<string> ToldOf(string name) => told[FolderOf(name) + DocumentMark.KeyOf(name)];

    /// <summary>Of what lies there; null: storage doesn't tell, or nothing of its own does.</summary>
    private string? Md5Of(string name) =>
        !anothers.Contains(name) && blobs.GetValueOrDefault(name)?.Properties.ContentHash is { } md5
            ? Convert.ToHexStringLower(md5)
            : null;

    private static string FolderOf(string name) => name[..(name.LastIndexOf('/') + 1)];
}
