using Azure.Storage.Queues.Models;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Harness;

/// <summary>What the host does by itself once storage is well again: its timers, and the messages that wait.</summary>
internal static class Host
{
    /// <summary>Longer than any lease and any mark is young (an hour).</summary>
    private static readonly TimeSpan NextLook = TimeSpan.FromHours(2);

    /// <summary>"failed" is tried again after a day.</summary>
    private static readonly TimeSpan NextDay = TimeSpan.FromHours(25);

    public static async Task SettleAsync(OfficeStore at)
    {
        await using var host = new Office(at);
        await DrainAsync(host);
        foreach (var pause in (TimeSpan[])[NextLook, NextDay])
        {
            at.Clock.Advance(pause);
            await host.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
            await host.Get<SweepChecklists>().SweepAsync(default);
            await host.Get<SweepOutbox>().SweepAsync(default);
            await DrainAsync(host);
        }
    }

    /// <summary>Every message until none is left that can be seen; letters first, they ask for mails.</summary>
    private static async Task DrainAsync(Office host)
    {
        await DrainAsync(
            host,
            StoredNames.NoticesQueue,
            text => host.Get<WriteDocuments>().WriteAsync(NoticeMessage.FromJson(text), default)
        );
        await DrainAsync(host, StoredNames.OutboxQueue, text => host.Get<SendMail>().SendAsync(text, default));
        await DrainAsync(host, StoredNames.BlobPoisonQueue, text => host.Get<MarkPoisoned>().MarkAsync(text, default));
    }

    private static async Task DrainAsync(Office host, string name, Func<string, Task> deliver)
    {
        var queue = host.Get<Store>().Queue(name);
        for (
            QueueMessage[] messages;
            (messages = await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10))).Length > 0;

        )
        {
            foreach (var message in messages)
            {
                await deliver(message.Body.ToString());
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
    }
}
