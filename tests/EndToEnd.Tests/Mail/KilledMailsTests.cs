using System.Globalization;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>
/// Processes that die in the midst of sending, a server that cuts connections, refuses some for good and the sender for a
/// while: what outbox, health and the morning's mail say of each mail is what became of it. CCHC_MAILS says how many.
/// </summary>
public sealed class KilledMailsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Refused = "da-nghi@hongngu.example";
    private const string Elsewhere = "ai-do@noikhac.example";
    private readonly Random chance = new(389);
    private readonly MailShop shop = new();
    private int kills;

    private static int Mails =>
        int.TryParse(Environment.GetEnvironmentVariable("CCHC_MAILS"), CultureInfo.InvariantCulture, out var mails)
            ? mails
            : 120;

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task None_is_lost_and_each_state_is_told_truthfully()
    {
        await using var server = await MailServer.StartAsync(
            new
            {
                mode = "none",
                seed = 18,
                refuse = new Dictionary<string, int> { [Refused] = 550 },
                refuseSender = new { code = 530, times = 5 },
                drop = new
                {
                    connect = 40,
                    mail = 40,
                    rcpt = 40,
                    data = 40,
                    answer = 40,
                },
            }
        );
        await using var pipeline = shop.Sending(server, ("Mail:Staff", "noivu@hongngu.example"));
        var ids = new List<string>();
        for (var number = 0; number < Mails; number++)
        {
            var id = shop.NewId();
            ids.Add(id);
            await pipeline.GetRequiredService<PostMail>().PostAsync(MailShop.Mail(id, To(id, number)), default);
        }
        await WorkOffAsync(server, pipeline);

        var mails = (await pipeline.GetRequiredService<OutboxTable>().ListAsync(null, default)).ToDictionary(m => m.Id);
        var arrived = server
            .Messages.SelectMany(m => m.To.Select(to => (Id: m.Message.MessageId, To: to, m.Kind)))
            .ToList();
        foreach (var (number, id) in ids.Index())
        {
            var mail = mails[id];
            mail.State.ShouldBe(
                (number % 4) is 1 or 3 && number % 8 != 3 ? MailState.Failed : MailState.Sent,
                mail.Error
            );
            foreach (var recipient in mail.Recipients)
            {
                var copies = arrived.Where(m => m.Id == mail.MessageId && m.To == recipient.Address).ToList();
                recipient.State.ShouldBeOneOf(Fates(recipient.Address));
                // The documented gap: an answer that was lost, or a process that died before it noted one.
                copies.Count.ShouldBe(recipient.HasIt ? Math.Max(1, copies.Count) : 0, id);
                copies.Count.ShouldBeLessThanOrEqualTo(2, id);
            }
        }
        await SaysTheSameAsync(pipeline, [.. mails.Values]);
        var doubled = arrived.CountBy(m => (m.Id, m.To)).Count(each => each.Value == 2);
        output.WriteLine(
            $"{Mails} mails, {kills} kills, {server.Cuts.Count} connections cut, {doubled} doubled, 0 lost"
        );
        doubled.ShouldBeLessThanOrEqualTo(kills + server.Messages.Count(m => m.Kind == "lost"));
        kills.ShouldBeGreaterThanOrEqualTo(Mails / 20);
    }

    /// <summary>A good one; one that is refused; a good one beside one that is refused; one that may not be written to.</summary>
    private static string To(string id, int number) =>
        (number % 4, number % 8) switch
        {
            (1, _) => Refused,
            (3, 3) => $"{id}@hongngu.example;{Refused}",
            (3, _) => Elsewhere,
            _ => $"{id}@hongngu.example",
        };

    private static RecipientState[] Fates(string address) =>
        address switch
        {
            Refused => [RecipientState.Refused],
            Elsewhere => [RecipientState.NotAllowed],
            _ => [RecipientState.Taken, RecipientState.Unconfirmed],
        };

    /// <summary>As the host does: a message whose delivery died comes back, by its queue or by the hourly sweep.</summary>
    private async Task WorkOffAsync(MailServer server, ServiceProvider pipeline)
    {
        var outbox = pipeline.GetRequiredService<OutboxTable>();
        for (var round = 0; await WaitingAsync(outbox) is { Count: > 0 } waiting; round++)
        {
            round.ShouldBeLessThan(60);
            foreach (var mail in waiting)
            {
                if (chance.Next(8) == 0)
                    await DieAsync(server, chance.Next(1, 7), mail.Id);
                else
                    await pipeline.GetRequiredService<SendMail>().SendAsync(mail.Id, default);
            }
            // Leases of the dead end.
            shop.Clock.Advance(TimeSpan.FromMinutes(20));
        }
    }

    private async Task DieAsync(MailServer server, int survives, string id)
    {
        using var handler = new DyingHandler(survives);
        await using var doomed = shop.Pipeline(shop.Open(handler), MailShop.To(server));
        try
        {
            await doomed.GetRequiredService<SendMail>().SendAsync(id, default);
        }
        catch (Exception died) when (died is DyingHandler.DeadException or AggregateException)
        {
            kills++;
        }
    }

    private static async Task<IReadOnlyList<StoredMail>> WaitingAsync(OutboxTable outbox) =>
        await outbox.ListAsync(MailState.Pending, default);

    private static async Task SaysTheSameAsync(ServiceProvider pipeline, IReadOnlyList<StoredMail> mails)
    {
        var failed = mails.Count(mail => mail.State is MailState.Failed);
        var partly = mails.Count(mail => mail is { State: MailState.Sent, Missed: > 0 });
        var told = await pipeline.GetRequiredService<HealthCheck>().MailsAsync(default);
        told.ShouldBe(
            [
                $"{failed} thư không đến được người nhận. Xem: cchc outbox --state failed",
                $"{partly} thư chỉ gửi được một phần người nhận. Xem: cchc outbox --state sent",
            ],
            ignoreOrder: true
        );
        (await pipeline.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Yellow);
        var today = CCHC.Pipeline.Periods.VietnamTime.DayOf(pipeline.GetRequiredService<TimeProvider>().GetUtcNow());
        (await pipeline.GetRequiredService<MorningMail>().SectionsAsync(today, default))
            .Single(section => section.Heading == "Thư chưa đến người nhận:")
            .Items.ShouldBe(told);
        foreach (var mail in mails)
            MailWords
                .Of(mail)
                .ShouldBe(
                    mail.State is MailState.Failed
                        ? "không gửi được"
                        : (mail.Missed > 0 ? "đã gửi một phần" : "đã gửi")
                            + (mail.IsConfirmed ? "" : ", chưa được xác nhận")
                );
    }
}
