using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CCHC.SelfHost.Tests.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.SelfHost.Tests.Queues;

/// <summary>How often, how far apart and how many at once is what host.json says, as on the official host.</summary>
public sealed class HostJsonTests(Storage storage)
{
    private const string Section = "AzureFunctionsJobHost:extensions:";

    [Fact]
    public async Task A_message_is_tried_as_often_and_as_far_apart_as_it_says()
    {
        await using var host = await StartAsync(
            "json-tries",
            typeof(QueueFunctions),
            ("queues:maxDequeueCount", "2"),
            ("queues:visibilityTimeout", "00:00:02")
        );
        host.Notes.Failures = int.MaxValue;
        var began = Stopwatch.GetTimestamp();
        await SendAsync("json-tries", "x");

        (await host.NotesWhenIdleAsync()).ShouldBe(["x", "x"]);

        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        (await Queue("json-tries-poison").PeekMessagesAsync()).Value.Length.ShouldBe(1);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_it_says()
    {
        await using var host = await StartAsync(
            "json-batch",
            typeof(BusyFunctions),
            ("queues:batchSize", "2"),
            ("queues:newBatchThreshold", "0")
        );
        await SendAsync("json-batch", "1", "2", "3", "4", "5");

        (await host.NotesWhenIdleAsync()).Select(int.Parse).ShouldAllBe(running => running <= 2);
        host.Notes.ShouldContain("2");
    }

    [Fact]
    public async Task A_blob_is_tried_as_often_as_it_says()
    {
        await using var host = await StartAsync("json-blob", typeof(BlobFunctions), ("blobs:poisonBlobThreshold", "2"));
        host.Notes.Failures = int.MaxValue;
        var container = new BlobContainerClient(storage.Connection, "json-blob");
        await container.CreateIfNotExistsAsync();
        await container.UploadBlobAsync("29956/x.csv", BinaryData.FromString("rows"));

        (await host.NotesWhenIdleAsync()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_fails_on_a_poison_queue_stays_there_and_is_tried_until_it_works()
    {
        await using var host = await StartAsync(
            "json-stays-poison",
            typeof(QueueFunctions),
            ("queues:maxDequeueCount", "1")
        );
        host.Notes.Failures = 2;
        await SendAsync("json-stays-poison", "x");

        (await host.NotesWhenIdleAsync()).ShouldBe(["x", "x", "x"]);

        (await Queue("json-stays-poison-poison").ExistsAsync()).Value.ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_of_a_poison_queue_that_is_not_base64_reaches_its_function()
    {
        await using var host = await StartAsync("json-raw-poison", typeof(QueueFunctions));
        await Queue("json-raw-poison").CreateIfNotExistsAsync();
        await new QueueClient(storage.Connection, "json-raw-poison").SendMessageAsync("{not base64}");

        (await host.NotesWhenIdleAsync()).ShouldBe(["{not base64}"]);
    }

    private Task<Running> StartAsync(string place, Type functions, params (string Key, string Value)[] json) =>
        Running.StartAsync(
            storage.Connection,
            place,
            functions,
            builder =>
            {
                builder.Configuration["SelfHost:MessageLease"] = "00:00:02";
                builder.Services.AddSingleton<RunningCount>();
                foreach (var (key, value) in json)
                    builder.Configuration[Section + key] = value;
            }
        );

    private async Task SendAsync(string name, params string[] messages)
    {
        await Queue(name).CreateIfNotExistsAsync();
        foreach (var message in messages)
            await Queue(name).SendMessageAsync(message);
    }

    private QueueClient Queue(string name) =>
        new(storage.Connection, name, new() { MessageEncoding = QueueMessageEncoding.Base64 });
}

public sealed class RunningCount
{
    public int Now;
}

public sealed class BusyFunctions(Notes notes, RunningCount running)
{
    [Function("Busy")]
    public async Task BusyAsync([QueueTrigger("%Place%")] string message, CancellationToken cancellation)
    {
        notes.Note($"{Interlocked.Increment(ref running.Now)}");
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
        Interlocked.Decrement(ref running.Now);
    }
}
