using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

public class OnceOnlyTests(MailShop shop) : IClassFixture<MailShop>
{
    private const string Commune = "xa@hongngu.example";

    [Fact]
    public async Task The_same_id_is_posted_and_sent_once()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        var post = pipeline.GetRequiredService<PostMail>();
        (await post.PostAsync(mail, default)).ShouldBeTrue();
        (await post.PostAsync(mail, default)).ShouldBeFalse();
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
        (await post.PostAsync(mail, default)).ShouldBeFalse();
        await MailShop.SendAsync(pipeline, mail.Id);
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_deliveries_of_one_message_at_once_send_one_mail()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none", slow = 200 });
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MailShop.SendAsync(pipeline, mail.Id)));
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task A_lost_answer_repeats_a_mail_once_and_two_make_it_sent_but_unconfirmed()
    {
        await using var server = await MailServer.StartAsync(
            new { mode = "none", cut = new[] { "answer", "answer", "answer" } }
        );
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        (await MailShop.PostAndSendAsync(pipeline, mail)).State.ShouldBe(MailState.Pending);
        var stored = await MailShop.SendAsync(pipeline, mail.Id);
        stored.State.ShouldBe(MailState.Sent);
        stored.IsConfirmed.ShouldBeFalse();
        await MailShop.SendAsync(pipeline, mail.Id);
        var messages = await server.MessagesAsync(2);
        messages.Select(each => each.Message.MessageId).ShouldBe([stored.MessageId, stored.MessageId]);
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("mail")]
    [InlineData("rcpt")]
    [InlineData("data")]
    public async Task Cut_off_before_it_is_complete_a_mail_is_tried_again_however_often(string stage)
    {
        await using var server = await MailServer.StartAsync(new { mode = "none", cut = Enumerable.Repeat(stage, 4) });
        await using var pipeline = shop.Sending(server, ("Mail:ListenMilliseconds", "500"));
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        for (var cut = 0; cut < 4; cut++)
            (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Pending);
        var stored = await MailShop.SendAsync(pipeline, mail.Id);
        stored.State.ShouldBe(MailState.Sent);
        stored.IsConfirmed.ShouldBeTrue();
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_after_the_mail_was_taken_repeats_it_once_with_the_same_id()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        // Read, claim, note; then the mail is sent, and the outcome can't be written any more.
        for (var crash = 1; crash <= 2; crash++)
        {
            await shop.DieAsync(server, 3, doomed => MailShop.SendAsync(doomed, mail.Id));
            (await server.MessagesAsync(crash)).Count.ShouldBe(crash);
            // While the dead one's lease lasts nobody else sends.
            (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Pending);
            shop.Clock.Advance(TimeSpan.FromMinutes(5));
        }
        var stored = await MailShop.SendAsync(pipeline, mail.Id);
        stored.State.ShouldBe(MailState.Sent);
        stored.IsConfirmed.ShouldBeFalse();
        server.Messages.Select(each => each.Message.MessageId).ShouldBe([stored.MessageId, stored.MessageId]);
    }

    [Fact]
    public async Task A_crash_before_the_note_loses_nothing_and_costs_nothing()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        for (var crash = 1; crash <= 3; crash++)
        {
            await shop.DieAsync(server, 2, doomed => MailShop.SendAsync(doomed, mail.Id));
            shop.Clock.Advance(TimeSpan.FromMinutes(5));
        }
        (await MailShop.SendAsync(pipeline, mail.Id)).IsConfirmed.ShouldBeTrue();
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_night_loses_nothing_and_poisons_nothing()
    {
        var server = await MailServer.StartAsync(new { mode = "none" });
        await server.DisposeAsync();
        await using var silent = shop.Sending(server, ("Mail:FirstPauseSeconds", "60"));
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await silent.GetRequiredService<PostMail>().PostAsync(mail, default);
        for (var hour = 0; hour < 12; hour++, shop.Clock.Advance(TimeSpan.FromHours(1)))
            (await MailShop.SendAsync(silent, mail.Id)).Error.ShouldContain("không kết nối được");
        (await silent.GetRequiredService<HealthCheck>().ColourAsync(default)).ShouldNotBe(HealthColour.Red);

        await using var up = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(up);
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task After_days_a_mail_is_given_up_health_turns_red_and_a_retry_sends_it()
    {
        var server = await MailServer.StartAsync(new { mode = "none" });
        await server.DisposeAsync();
        await using var silent = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await silent.GetRequiredService<PostMail>().PostAsync(mail, default);
        shop.Clock.Advance(TimeSpan.FromDays(6));
        (await MailShop.SendAsync(silent, mail.Id)).State.ShouldBe(MailState.Failed);
        (await silent.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldContain($"outbox/{mail.Id}");

        await using var up = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(up);
        (await pipeline.GetRequiredService<RetryMail>().RetryAsync(mail.Id, "", default)).ShouldBeTrue();
        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
        (await pipeline.GetRequiredService<PoisonMarks>().ListAsync(default)).ShouldNotContain($"outbox/{mail.Id}");
        (await pipeline.GetRequiredService<RetryMail>().RetryAsync(mail.Id, "", default)).ShouldBeFalse();
    }
}
