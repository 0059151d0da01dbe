using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.SelfHost.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Queues;

/// <summary>One message's way: done and deleted, or failed and put back, or failed too often and poisoned.</summary>
internal sealed partial class MessageDelivery(
    QueueClient queue,
    MessageHandler handler,
    DeliverySettings settings,
    ILogger log
)
{
    /// <summary>Throws nothing: every outcome is logged, and the message is storage's business afterwards.</summary>
    public async Task DeliverAsync(QueueMessage message, CancellationToken running)
    {
        try
        {
            await using var lease = new MessageLease(queue, message, settings.Lease);
            // More tries than allowed: the process died during the last one and couldn't poison it.
            if (message.DequeueCount > settings.MaxDequeueCount && handler.PoisonQueueOf(message) is { } poison)
                await PoisonAsync(message, lease, poison);
            else
                await TryAsync(message, lease, running);
        }
        catch (Exception problem)
        {
            LogLost(problem, handler.Name, message.MessageId, queue.Name);
        }
    }

    private async Task TryAsync(QueueMessage message, MessageLease lease, CancellationToken running)
    {
        try
        {
            await handler.RunAsync(message, running);
        }
        catch (Exception problem)
        {
            LogFailed(problem, handler.Name, message.MessageId, message.DequeueCount, settings.MaxDequeueCount);
            if (handler.PoisonQueueOf(message) is not { } poison)
                LogLeft(handler.Name, message.MessageId);
            else if (message.DequeueCount >= settings.MaxDequeueCount)
                await PoisonAsync(message, lease, poison);
            else
                await queue.UpdateMessageAsync(
                    message.MessageId,
                    await lease.EndAsync(),
                    visibilityTimeout: settings.RetryPause,
                    cancellationToken: CancellationToken.None
                );
            return;
        }
        await queue.DeleteMessageAsync(message.MessageId, await lease.EndAsync(), CancellationToken.None);
        LogDone(handler.Name, message.MessageId);
    }

    /// <summary>Copied before it is deleted: a crash in between makes two of it, never none.</summary>
    private async Task PoisonAsync(QueueMessage message, MessageLease lease, QueueClient poison)
    {
        await poison.CreateIfNotExistsAsync();
        // Poisoned messages wait for a person, not for seven days.
        await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1));
        await queue.DeleteMessageAsync(message.MessageId, await lease.EndAsync());
        LogPoisoned(handler.Name, message.MessageId, poison.Name);
    }

    [LoggerMessage(LogLevel.Debug, "{Function} is done with message {MessageId}")]
    private partial void LogDone(string function, string messageId);

    [LoggerMessage(LogLevel.Error, "{Function} failed on message {MessageId}, try {Try} of {Tries}")]
    private partial void LogFailed(Exception problem, string function, string messageId, long @try, int tries);

    [LoggerMessage(LogLevel.Error, "{Function} leaves message {MessageId} in its poison queue and tries again later")]
    private partial void LogLeft(string function, string messageId);

    [LoggerMessage(LogLevel.Error, "{Function} gave up message {MessageId}, it lies in {PoisonQueue}")]
    private partial void LogPoisoned(string function, string messageId, string poisonQueue);

    [LoggerMessage(
        LogLevel.Warning,
        "{Function} is through with message {MessageId}, but {Queue} could not be told; it will come again"
    )]
    private partial void LogLost(Exception problem, string function, string messageId, string queue);
}
