using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>The issue's own claim: 1,000 messages, a server that drops connections at random.</summary>
public class ThousandMailsTests(MailShop shop, ITestOutputHelper output) : IClassFixture<MailShop>
{
    private const int Mails = 1000;
    private const int Workers = 24;
    private const int Batch = 16;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task None_is_lost_and_only_one_whose_answer_was_lost_is_repeated_once()
    {
        // In a thousand: 200 connections of 1,000 are cut, at each stage alike.
        await using var server = await MailServer.StartAsync(
            new
            {
                mode = "none",
                seed = 389,
                drop = new
                {
                    connect = 50,
                    mail = 50,
                    rcpt = 50,
                    data = 50,
                    answer = 50,
                },
            }
        );
        await using var pipeline = shop.Sending(
            server,
            ("Mail:MostConnections", "24"),
            ("Mail:ListenMilliseconds", "100")
        );
        var ids = Enumerable.Range(0, Mails).Select(_ => shop.NewId()).ToList();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            async (id, token) =>
                await pipeline
                    .GetRequiredService<PostMail>()
                    .PostAsync(MailShop.Mail(id, $"{id}@hongngu.example"), token)
        );
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkOffAsync(pipeline)));

        var mails = (await pipeline.GetRequiredService<OutboxTable>().ListAsync(null, default))
            .Where(mail => ids.Contains(mail.Id))
            .ToDictionary(mail => mail.Id);
        mails.Values.ShouldAllBe(mail => mail.State == MailState.Sent);
        var arrived = server.Messages.ToLookup(each => each.To.Single().Split('@')[0]);
        ids.Where(id => !arrived[id].Any()).ShouldBeEmpty("lost");
        var repeated = ids.Where(id => arrived[id].Count() > 1).ToList();
        repeated.ShouldAllBe(id => arrived[id].Count() == 2);
        // The first of the two is one whose answer was lost.
        repeated.ShouldAllBe(id => arrived[id].First().Kind == "lost");
        foreach (var id in ids)
            arrived[id].Select(each => each.Message.MessageId).Distinct().ShouldBe([mails[id].MessageId]);

        var lost = server.Messages.Count(each => each.Kind == "lost");
        lost.ShouldBeGreaterThan(20);
        var cuts = string.Join(
            ", ",
            server.Cuts.CountBy(cut => cut.Stage).Select(each => $"{each.Value} at {each.Key}")
        );
        output.WriteLine(
            $"{Mails} mails, connections cut: {cuts}; answers lost: {lost}; repeated once: {repeated.Count}; "
                + $"unconfirmed: {mails.Values.Count(mail => !mail.IsConfirmed)}; tries: {mails.Values.Sum(mail => mail.Tries)}; lost: 0"
        );
    }

    /// <summary>By the host's rules: a message whose delivery ends well is deleted.</summary>
    private static async Task WorkOffAsync(IServiceProvider pipeline)
    {
        var queue = pipeline.GetRequiredService<Store>().Queue(StoredNames.OutboxQueue);
        var send = pipeline.GetRequiredService<SendMail>();
        // Whoever puts a mail back looks again himself, so that the others needn't wait long.
        for (var empty = 0; empty < 4; )
        {
            var batch = (await queue.ReceiveMessagesAsync(Batch, Hidden)).Value;
            empty = batch.Length == 0 ? empty + 1 : 0;
            if (batch.Length == 0)
                await Task.Delay(25);
            foreach (var message in batch)
            {
                await send.SendAsync(message.Body.ToString(), default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
    }
}
