using System.Security.Cryptography;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// A blob's metadata says which content it was written for, so that a listing shows whether that is what lies there.
/// </summary>
public static class ContentMark
{
    private const string Metadata = "contentmd5";

    public static void Note(byte[] content, IDictionary<string, string> metadata) =>
#pragma warning disable CA5351 // Storage tells of content by its MD5; nothing is kept safe by it.
        metadata[Metadata] = Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    /// <summary>False where another content lies under the metadata; storage may not tell, and older blobs have no mark.</summary>
    public static bool IsOf(byte[]? storedMd5, IDictionary<string, string> metadata) =>
        storedMd5 is null
        || !metadata.TryGetValue(Metadata, out var noted)
        || string.Equals(noted, Convert.ToHexStringLower(storedMd5), StringComparison.Ordinal);
}
