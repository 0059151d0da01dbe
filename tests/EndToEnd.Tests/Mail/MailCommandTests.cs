using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>`cchc outbox`, on a machine without a mail server.</summary>
public class MailCommandTests(MailShop shop) : IClassFixture<MailShop>
{
    // The store is of Friday, 25 March 2022: on Tuesday two working days have passed without an export.
    private readonly FakeTimeProvider tuesday = new(VietnamTime.StartOf(new DateOnly(2022, 3, 29)).AddHours(9));

    [Fact]
    public async Task Other_addresses_replace_those_that_could_not_be_reached()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        var id = shop.NewId();
        await MailShop.PostAndSendAsync(pipeline, MailShop.Mail(id, "xa@khac.example"));
        var failed = await RunAsync("outbox", "--state", "failed");
        failed.Output.ShouldContain("không gửi được");

        await RunAsync("outbox", "retry", id, "--to", MailedOffice.Commune);
        (await MailShop.SendAsync(pipeline, id)).State.ShouldBe(MailState.Sent);
        (await server.MessagesAsync(1)).Single().To.ShouldBe([MailedOffice.Commune]);
    }

    [Fact]
    public async Task What_is_no_mail_cannot_be_asked_for_and_a_year_without_calendar_reminds_nobody()
    {
        (await RunAsync(3, "outbox", "retry", "a/b")).Error.ShouldContain("Không có thư a/b");
        (await RunAsync(2, "outbox", "retry", "--to", "x@hongngu.example")).Error.ShouldContain("cùng với mã thư");
        var monday = new FakeTimeProvider(VietnamTime.StartOf(new DateOnly(2031, 1, 6)).AddHours(9));
        var refused = await Cchc.AtAsync(monday, "remind", "--dry-run", "--storage", shop.Connection);
        refused.ExitCode.ShouldBe(3);
        refused.Error.ShouldContain("Chưa có lịch ngày nghỉ năm 2031");
    }

    [Fact]
    public async Task A_mail_is_asked_for_again_after_an_hour_not_before()
    {
        await using var pipeline = shop.Pipeline();
        var id = shop.NewId();
        await pipeline.GetRequiredService<PostMail>().PostAsync(MailShop.Mail(id, MailedOffice.Commune), default);
        shop.Clock.Advance(TimeSpan.FromMinutes(60));
        (await pipeline.GetRequiredService<SweepOutbox>().SweepAsync(default)).ShouldNotContain(id);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        (await pipeline.GetRequiredService<SweepOutbox>().SweepAsync(default)).ShouldContain(id);
    }

    private Task<Cchc> RunAsync(params string[] args) => RunAsync(0, args);

    private async Task<Cchc> RunAsync(int exitCode, params string[] args)
    {
        var run = await Cchc.AtAsync(tuesday, [.. args, "--storage", shop.Connection]);
        run.ExitCode.ShouldBe(exitCode, run.Error);
        return run;
    }
}
