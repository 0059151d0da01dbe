using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A blob's metadata says also where it was written: one that was copied over another, metadata and all, is what was
/// written, but not here. Blobs of an earlier version don't say it.
/// </summary>
internal static class PlaceMark
{
    private const string Metadata = "place";
    private const int Length = 16;

    public static void Note(string container, string path, IDictionary<string, string> metadata) =>
        metadata[Metadata] = Of(container, path);

    /// <summary>It was written elsewhere and copied here.</summary>
    public static bool IsAnothers(string container, string path, IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(Metadata, out var noted) && noted != Of(container, path);

    /// <summary>Whether a listing alone shows that it is what was written there; false: it must be read.</summary>
    public static bool Proves(string container, BlobItem blob) =>
        ContentMark.Proves(blob)
        && blob.Metadata.TryGetValue(Metadata, out var noted)
        && noted == Of(container, blob.Name);

    private static string Of(string container, string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{path}")))[..Length];
}
