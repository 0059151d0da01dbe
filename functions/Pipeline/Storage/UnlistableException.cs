using System.Xml;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// The listing of a container can't be had or read. A name with a control character, put there by another door than ours,
/// makes Azurite answer every listing with 500.
/// </summary>
public sealed class UnlistableException(string container, Exception cause)
    : Exception($"container {container} cannot be listed: {cause.Message.Split('\n')[0]}", cause)
{
    public string Container { get; } = container;
}

internal static class WholeListing
{
    /// <summary>All blobs of a container, or none.</summary>
    /// <exception cref="UnlistableException">Nobody can tell what lies there.</exception>
    public static async Task<IReadOnlyList<BlobItem>> ListAllAsync(
        this BlobContainerClient container,
        string? prefix,
        CancellationToken cancellation
    )
    {
        var all = new List<BlobItem>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
                all.Add(blob);
            return all;
        }
        catch (Exception unreadable) when (unreadable is XmlException or NullReferenceException)
        {
            // The client throws the second for an answer without a body.
            throw new UnlistableException(container.Name, unreadable);
        }
    }
}
