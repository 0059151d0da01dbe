using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>Told to end amid requests, as when a command ends whose Azurite a service uses: what was acknowledged is there.</summary>
public sealed class AzuriteStopTests : IAsyncDisposable
{
    private const int Rounds = 4;
    private const int Writers = 16;
    private readonly string folder = Directory.CreateTempSubdirectory("azurite").FullName;
    private readonly ConcurrentBag<string> acknowledged = [];

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(folder);

    [Fact]
    public async Task What_it_acknowledged_while_it_ended_is_there_afterwards()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var azurite = await AzuriteProcess.StartAsync(folder);
            var container = new BlobContainerClient(azurite.ConnectionString, "kept", Once(new BlobClientOptions()));
            var queue = new QueueClient(azurite.ConnectionString, "kept", Once(new QueueClientOptions()));
            await container.CreateIfNotExistsAsync();
            await queue.CreateIfNotExistsAsync();
            var writers = Enumerable
                .Range(0, Writers)
                .Select(writer => WriteAsync(container, queue, $"{round}-{writer}"));
            var all = Task.WhenAll(writers);
            await Task.Delay(700);
            await azurite.DisposeAsync();
            await all;
        }

        await using var again = await AzuriteProcess.StartAsync(folder);
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in new BlobContainerClient(again.ConnectionString, "kept").GetBlobsAsync())
            there.Add(blob.Name);
        var messages = new QueueClient(again.ConnectionString, "kept");
        while ((await messages.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5))).Value is { Length: > 0 } batch)
            there.UnionWith(batch.Select(message => message.Body.ToString()));
        acknowledged.Count.ShouldBeGreaterThan(Rounds * Writers);
        acknowledged.Except(there).ShouldBeEmpty();
    }

    private async Task WriteAsync(BlobContainerClient container, QueueClient queue, string writer)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                await container.UploadBlobAsync($"b{writer}-{number}", BinaryData.FromString("x"));
                acknowledged.Add($"b{writer}-{number}");
                await queue.SendMessageAsync($"m{writer}-{number}");
                acknowledged.Add($"m{writer}-{number}");
            }
        }
        catch (Exception ended)
            when (ended is Azure.RequestFailedException or AggregateException or IOException or TaskCanceledException)
        {
            // It is gone: this one was not acknowledged.
        }
    }

    private static T Once<T>(T options)
        where T : Azure.Core.ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        return options;
    }
}
