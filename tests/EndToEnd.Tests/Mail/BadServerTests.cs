using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Servers that refuse, and addresses that a parser spells otherwise; what outbox and health say of it.</summary>
public sealed class BadServerTests : IAsyncLifetime
{
    private const string Commune = "xa@hongngu.example";
    private const string Copy = "noivu@hongngu.example";
    private readonly MailShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Theory]
    [InlineData("x1 @hongngu.example")]
    [InlineData("x1@hongngu.example.")]
    [InlineData("x1 (xa Thuong Phuoc) @hongngu.example")]
    [InlineData("Xa <x1@hongngu.example>")]
    [InlineData("x1@hongngu.example; x1 @hongngu.example;X1@hongngu.example")]
    public async Task However_an_address_is_spelt_it_gets_one_mail(string to)
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var posted = await MailShop.PostAndSendAsync(pipeline, MailShop.Mail(shop.NewId(), to));
        posted.Recipients.Count.ShouldBe(1);
        posted.State.ShouldBe(MailState.Sent, posted.Error);

        // A row of old holds addresses as they were registered.
        var old = MailShop.Mail(shop.NewId(), Commune);
        var outbox = pipeline.GetRequiredService<OutboxTable>();
        await pipeline.GetRequiredService<PostMail>().PostAsync(old, default);
        var stored = (await outbox.FindAsync(old.Id, default))!;
        await outbox.ReplaceAsync(
            stored with
            {
                Recipients = [.. Addresses.Split(to).Select(each => new Recipient(each, IsCopy: false))],
            },
            default
        );
        for (var tries = 0; tries < 3; tries++)
            await MailShop.SendAsync(pipeline, old.Id);
        (await outbox.FindAsync(old.Id, default))!.State.ShouldBe(MailState.Sent);
        (await server.MessagesAsync(2)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(530, "đòi đăng nhập")]
    [InlineData(550, "không chấp nhận địa chỉ gửi (Mail:From): máy chủ thư trả lời 550")]
    [InlineData(451, "máy chủ thư trả lời 451")]
    public async Task A_server_that_takes_no_sender_is_told_in_outbox_and_health_until_it_does(int code, string words)
    {
        await using var server = await MailServer.StartAsync(
            new { mode = "none", refuseSender = new { code, times = 2 } }
        );
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        var refused = await MailShop.PostAndSendAsync(pipeline, mail);
        (refused.State, refused.LeaseUntil).ShouldBe((MailState.Pending, null));
        refused.Error.ShouldContain(words);
        await MailShop.SendAsync(pipeline, mail.Id);
        (await RunAsync("outbox")).Output.ShouldContain("đang chờ");
        (await RunAsync("health")).Output.ShouldContain("1 thư chưa gửi được, đang thử lại: máy chủ thư");
        (await ColourAsync(pipeline)).ShouldBe(HealthColour.Yellow);

        (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldBe(MailState.Sent);
        (await ColourAsync(pipeline)).ShouldBe(HealthColour.Green);
        (await server.MessagesAsync(1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_530_to_a_recipient_or_a_complete_message_is_a_refusal_not_a_lost_answer()
    {
        await using var server = await MailServer.StartAsync(
            new { mode = "none", dataAnswer = new { code = 530, times = 3 } }
        );
        await using var pipeline = shop.Sending(server);
        var mail = MailShop.Mail(shop.NewId(), Commune);
        await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        for (var tries = 0; tries < 3; tries++)
            (await MailShop.SendAsync(pipeline, mail.Id)).State.ShouldNotBe(MailState.Sent);

        await using var closed = await MailServer.StartAsync(
            new { mode = "none", refuse = new Dictionary<string, int> { [Commune] = 530 } }
        );
        await using var second = shop.Sending(closed);
        var other = await MailShop.PostAndSendAsync(second, MailShop.Mail(shop.NewId(), Commune));
        other.Error.ShouldNotBeEmpty();
        (await closed.MessagesAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_that_was_taken_makes_no_sent_mail_and_one_recipient_of_two_no_whole_one()
    {
        await using var server = await MailServer.StartAsync(
            new { mode = "none", refuse = new Dictionary<string, int> { [Commune] = 550 } }
        );
        await using var pipeline = shop.Sending(server);
        var copied = MailShop.Mail(shop.NewId(), Commune) with { Cc = Copy };
        (await MailShop.PostAndSendAsync(pipeline, copied)).State.ShouldBe(MailState.Failed);
        var partly = MailShop.Mail(shop.NewId(), $"{Commune};{Copy}");
        (await MailShop.PostAndSendAsync(pipeline, partly)).State.ShouldBe(MailState.Sent);

        var listed = await RunAsync("outbox");
        listed.Lines.Single(line => line.Contains(copied.Id)).ShouldContain("chỉ gửi được bản sao");
        listed.Lines.Single(line => line.Contains(partly.Id)).ShouldContain("đã gửi một phần");
        var health = await RunAsync("health");
        health.Lines.ShouldContain(line => line.StartsWith("1 thư không đến được người nhận"));
        health.Lines.ShouldContain(line => line.StartsWith("1 thư chỉ gửi được một phần"));

        // Put right by another address: the copy isn't sent again.
        const string right = "dung@hongngu.example";
        foreach (var mail in (string[])[copied.Id, partly.Id])
        {
            await RunAsync("outbox", "retry", mail, "--to", right);
            (await MailShop.SendAsync(pipeline, mail)).State.ShouldBe(MailState.Sent);
        }
        (await server.MessagesAsync(4)).TakeLast(2).ShouldAllBe(message => message.To.Single() == right);
        (await ColourAsync(pipeline)).ShouldBe(HealthColour.Green);
    }

    private static Task<HealthColour> ColourAsync(IServiceProvider pipeline) =>
        pipeline.GetRequiredService<HealthCheck>().ColourAsync(default);

    private async Task<Cchc> RunAsync(params string[] args)
    {
        var run = await Cchc.AtAsync(shop.Clock, [.. args, "--storage", shop.Connection]);
        run.ExitCode.ShouldBe(0, run.Error + run.Output);
        return run;
    }
}
