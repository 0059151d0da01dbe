using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Queues;

public sealed class QueueFunctions(Notes notes)
{
    [Function("Write")]
    public void Write([QueueTrigger("%Place%", Connection = "Data")] string message) => notes.Note(message);
}

public sealed record Notice(string Unit, int Number);

public sealed class TypedQueueFunctions(Notes notes)
{
    [Function("Typed")]
    public Task Typed([QueueTrigger("%Place%-typed")] Notice notice)
    {
        notes.Note($"{notice.Unit} {notice.Number}");
        return Task.CompletedTask;
    }

    [Function("Binary")]
    public void Binary([QueueTrigger("%Place%-binary")] BinaryData message) =>
        notes.Note($"{message.ToMemory().Length}");

    [Function("Raw")]
    public void Raw([QueueTrigger("%Place%-raw")] QueueMessage message) => notes.Note($"{message.DequeueCount}");
}

public sealed class SlowQueueFunctions(Notes notes)
{
    [Function("Slow")]
    public async Task SlowAsync([QueueTrigger("%Place%")] string message, CancellationToken cancellation)
    {
        notes.Note($"{message} begins");
        await Task.Delay(TimeSpan.FromSeconds(3), cancellation);
        notes.Note($"{message} ends");
    }
}
