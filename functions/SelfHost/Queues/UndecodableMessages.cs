using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Queues;

/// <summary>
/// Moves messages that aren't in the encoding of host.json to the poison queue at once, as the official host does: no
/// further try would read them. There they are encoded, so that a poison queue's function can read them.
/// </summary>
internal sealed partial class UndecodableMessages(QueueClient poisonQueue, ILogger<UndecodableMessages> log)
{
    public async Task PoisonAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is not { } message)
            return;
        try
        {
            await poisonQueue.CreateIfNotExistsAsync();
            await poisonQueue.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1));
            await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            LogUndecodable(message.MessageId, failed.Queue.Name, poisonQueue.Name);
        }
        catch (Exception problem)
        {
            // It comes again when its lease ends; the rest of its batch doesn't wait for that.
            LogLeft(problem, message.MessageId, failed.Queue.Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of {Queue} is not base64 and could not be put away")]
    private partial void LogLeft(Exception problem, string messageId, string queue);

    [LoggerMessage(
        LogLevel.Error,
        "Message {MessageId} of {Queue} is not base64, it lies in {PoisonQueue}: its sender must set MessageEncoding.Base64"
    )]
    private partial void LogUndecodable(string messageId, string queue, string poisonQueue);
}
