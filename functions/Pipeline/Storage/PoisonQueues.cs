using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>So many messages lie in a poison queue.</summary>
public sealed record LyingMessages(string Queue, int Count);

/// <summary>
/// Queues of messages that were given up. A function marks each within seconds: what goes on lying there could not even
/// be marked. A host may have given that up too, into "…-poison-poison".
/// </summary>
public sealed class PoisonQueues(Store store)
{
    private const string Suffix = "-poison";
    private const int Batch = 32;

    /// <summary>A message that could not be worked on comes back after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly string[] Ours =
    [
        StoredNames.BlobPoisonQueue,
        StoredNames.NoticesPoisonQueue,
        StoredNames.OutboxPoisonQueue,
    ];

    /// <summary>Of the poison queue, or its own, which of ours it is: "notices-poison-poison" is "notices-poison".</summary>
    public static string? OursOf(string queue) =>
        Ours.FirstOrDefault(ours =>
            queue.StartsWith(ours, StringComparison.Ordinal)
            && queue[ours.Length..].Replace(Suffix, "", StringComparison.Ordinal).Length == 0
        );

    /// <summary>Those that hold anything.</summary>
    public async Task<IReadOnlyList<LyingMessages>> CountAsync(CancellationToken cancellation)
    {
        var lying = new List<LyingMessages>();
        await foreach (var queue in store.QueueService.GetQueuesAsync(cancellationToken: cancellation))
        {
            if (OursOf(queue.Name) is not null && await CountAsync(queue.Name, cancellation) is > 0 and var count)
                lying.Add(new(queue.Name, count));
        }
        return lying;
    }

    /// <summary>What can be seen of a queue's messages without taking them: its first ones.</summary>
    public async Task<IReadOnlyList<PeekedMessage>> PeekAsync(string queue, CancellationToken cancellation) =>
        (await store.Queue(queue).PeekMessagesAsync(Batch, cancellation)).Value;

    /// <summary>Gives each message to <paramref name="work"/>; one that is done is deleted.</summary>
    /// <returns>What failed; each has had its turn.</returns>
    public async Task<IReadOnlyList<Exception>> WorkOffAsync(
        Func<string, string, Task> work,
        CancellationToken cancellation
    )
    {
        var failures = new List<Exception>();
        foreach (var (name, _) in await CountAsync(cancellation))
        {
            var queue = store.Queue(name);
            while ((await queue.ReceiveMessagesAsync(Batch, Lease, cancellation)).Value is { Length: > 0 } messages)
                failures.AddRange(
                    await InTurn.TryEachAsync(messages, message => WorkOffAsync(queue, message, work, cancellation))
                );
        }
        return failures;
    }

    private static async Task WorkOffAsync(
        QueueClient queue,
        QueueMessage message,
        Func<string, string, Task> work,
        CancellationToken cancellation
    )
    {
        await work(queue.Name, message.Body.ToString());
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
    }

    private async Task<int> CountAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            return (await store.Queue(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException gone) when (gone.IsMissing())
        {
            return 0;
        }
    }
}
