using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A blob over another, as a tool copies it.</summary>
internal static class Copied
{
    public static async Task CopyOverAsync(this BlobClient from, BlobClient to, params string[] without)
    {
        var source = (await from.DownloadContentAsync()).Value;
        await to.PutBackAsync(source, without);
    }

    /// <summary>What was read, with its metadata but for those.</summary>
    public static Task PutBackAsync(this BlobClient to, BlobDownloadResult read, params string[] without)
    {
        var metadata = read
            .Details.Metadata.Where(noted => !without.Contains(noted.Key))
            .ToDictionary(noted => noted.Key, noted => noted.Value, StringComparer.Ordinal);
        return to.UploadAsync(read.Content, new BlobUploadOptions { Metadata = metadata });
    }
}
