using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>A blob and a message that must outlive the process that wrote them.</summary>
internal static class Kept
{
    public static async Task WriteAsync(string storage)
    {
        var container = new BlobContainerClient(storage, "kept");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("a.txt").UploadAsync(BinaryData.FromString("a"), overwrite: true);
        var queue = new QueueClient(storage, "kept");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("m");
    }

    public static async Task ShouldBeThereAsync(string storage)
    {
        var content = await new BlobContainerClient(storage, "kept").GetBlobClient("a.txt").DownloadContentAsync();
        content.Value.Content.ToString().ShouldBe("a");
        var message = await new QueueClient(storage, "kept").PeekMessageAsync();
        message.Value.Body.ToString().ShouldBe("m");
    }
}
