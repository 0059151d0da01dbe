using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Serving;

/// <summary>How many notices a drain wrote, and how many it could not.</summary>
internal sealed record Drained(int Written, int Failed);

/// <summary>Works off the queue of notices where no host runs, by the host's rules.</summary>
internal sealed class NoticeQueue(QueueClient queue, QueueClient poison, WriteDocuments documents, Screen screen)
{
    private const int Batch = 16;

    /// <summary>host.json: maxDequeueCount.</summary>
    private const int MostTries = 5;

    /// <summary>A message that failed comes back after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static NoticeQueue On(OpenedStore store, Screen screen)
    {
        var queues = store.Get<Store>();
        return new(
            queues.Queue(StoredNames.NoticesQueue),
            queues.Queue(StoredNames.NoticesPoisonQueue),
            store.Get<WriteDocuments>(),
            screen
        );
    }

    /// <summary>Writes every notice that is asked for now.</summary>
    public async Task<Drained> DrainAsync(CancellationToken cancellation)
    {
        var (written, failed) = (0, 0);
        while (true)
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(Batch, Lease, cancellation);
            if (messages.Length == 0)
                return new(written, failed);
            foreach (var message in messages)
            {
                if (await DeliverAsync(message, cancellation))
                    written += NoticeMessage.FromJson(message.Body.ToString()).IsForReports ? 0 : 1;
                else
                    failed++;
            }
        }
    }

    private async Task<bool> DeliverAsync(QueueMessage message, CancellationToken cancellation)
    {
        if (message.DequeueCount > MostTries)
        {
            await poison.SendMessageAsync(
                message.Body,
                timeToLive: TimeSpan.FromSeconds(-1),
                cancellationToken: cancellation
            );
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            return false;
        }
        try
        {
            await documents.WriteAsync(NoticeMessage.FromJson(message.Body.ToString()), cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            screen.Tell($"Chưa soạn được công văn: {Failure.Of(problem).Message}");
            return false;
        }
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
        return true;
    }
}
