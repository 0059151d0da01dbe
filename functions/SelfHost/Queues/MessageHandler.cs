using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CCHC.SelfHost.Queues;

/// <summary>What a listener does with the messages of one queue.</summary>
internal abstract class MessageHandler
{
    /// <summary>The word for the log: a function's name, or what stands for several.</summary>
    public abstract string Name { get; }

    public abstract Task RunAsync(QueueMessage message, CancellationToken cancellation);

    /// <summary>
    /// Where a message goes that failed too often; null for one of a poison queue: as on the official host it stays there
    /// and is tried again whenever its lease has ended.
    /// </summary>
    public abstract QueueClient? PoisonQueueOf(QueueMessage message);
}
