using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Cli.Serving;

/// <summary>How many notices a drain wrote, how many it could not, and how many documents wait for what can't be read.</summary>
internal sealed record Drained(int Written, int Failed, int Waiting);

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
        var (written, failed, waiting) = (0, 0, 0);
        while (true)
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(Batch, Lease, cancellation);
            if (messages.Length == 0)
                return new(written, failed, waiting);
            foreach (var message in messages)
            {
                switch (await DeliverAsync(message, cancellation))
                {
                    case Delivery.Written:
                        written += NoticeMessage.FromJson(message.Body.ToString()).IsForReports ? 0 : 1;
                        break;
                    case Delivery.Waits:
                        waiting++;
                        break;
                    case Delivery.Failed:
                        failed++;
                        break;
                }
            }
        }
    }

    private enum Delivery
    {
        Written,
        Waits,
        Failed,
    }

    private async Task<Delivery> DeliverAsync(QueueMessage message, CancellationToken cancellation)
    {
        if (message.DequeueCount > MostTries)
        {
            await poison.SendMessageAsync(
                message.Body,
                timeToLive: TimeSpan.FromSeconds(-1),
                cancellationToken: cancellation
            );
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            return Delivery.Failed;
        }
        Damage? awaited;
        try
        {
            var asked = NoticeMessage.FromJson(message.Body.ToString());
            awaited = await documents.WriteAsync(asked, cancellation);
            if (awaited is not null)
                Tell(asked, awaited);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            screen.Tell($"Chưa soạn được công văn: {Failure.Of(problem).Message}");
            return Delivery.Failed;
        }
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
        return awaited is null ? Delivery.Written : Delivery.Waits;
    }

    private void Tell(NoticeMessage asked, Damage awaited) =>
        screen.Tell(
            asked.IsForReports
                ? $"Các báo cáo kỳ {asked.Period} chưa lập được, {awaited.Place}: {awaited.Words}"
                : $"Công văn kỳ {asked.Period} của đơn vị {asked.Unit} chưa soạn được, {awaited.Place}: {awaited.Words}"
        );
}
