using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A blob's metadata says which content it was written for, so that a listing shows whether that is what lies there.
/// </summary>
public static class ContentMark
{
    private const string Metadata = "contentmd5";

    /// <summary>Metadata of a blob that needs no other.</summary>
    public static IDictionary<string, string> MetadataOf(byte[] content)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        Note(content, metadata);
        return metadata;
    }

    public static void Note(byte[] content, IDictionary<string, string> metadata) => metadata[Metadata] = Of(content);

    /// <summary>False where another content lies under the metadata; storage may not tell, and older blobs have no mark.</summary>
    public static bool IsOf(byte[]? storedMd5, IDictionary<string, string> metadata) =>
        storedMd5 is null
        || In(metadata) is not { } noted
        || string.Equals(noted, Convert.ToHexStringLower(storedMd5), StringComparison.Ordinal);

    /// <summary>Whether a listing alone shows that it is what was written there; false: it must be read.</summary>
    public static bool Proves(BlobItem blob) =>
        blob.Properties.ContentHash is { } md5 && In(blob.Metadata) is not null && IsOf(md5, blob.Metadata);

    /// <summary>The same of a blob that was read: its content itself is asked, whatever storage notes of it.</summary>
    public static bool IsOf(BlobDownloadResult blob) =>
        In(blob.Details.Metadata) is not { } noted || noted == Of(blob.Content.ToMemory().Span);

    /// <summary>The mark that was noted; null: none was.</summary>
    public static string? In(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Metadata, out var noted) ? noted : null;

#pragma warning disable CA5351 // Storage tells of content by its MD5; nothing is kept safe by it.
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
