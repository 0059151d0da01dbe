using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>`cchc remind` and `cchc outbox`, on a machine without a mail server.</summary>
public class MailCommandTests(MailShop shop) : IClassFixture<MailShop>
{
    private const string Late = "late-29956-never-2022-Q2";

    // The store is of Friday, 25 March 2022: on Tuesday two working days have passed without an export.
    private readonly FakeTimeProvider tuesday = new(VietnamTime.StartOf(new DateOnly(2022, 3, 29)).AddHours(9));

    [Fact]
    public async Task Who_is_late_is_shown_then_reminded_once_held_without_a_server_and_sent_when_asked_for()
    {
        await using var pipeline = shop.Pipeline();
        await MailShop.GiveAddressAsync(pipeline, Desk.Unit, MailedOffice.Commune);

        var preview = await RunAsync("remind", "--dry-run");
        preview.Lines.ShouldContain(line => line.Contains("(29956)") && line.Contains(MailedOffice.Commune));
        preview.Lines.ShouldContain(line => line.Contains("(29962)") && line.Contains("chưa có địa chỉ thư"));
        preview.Output.ShouldContain("chưa gửi số liệu nào");
        preview.Error.ShouldContain("chưa gửi gì");
        (await RunAsync("outbox")).Error.ShouldContain("0 thư.");

        (await RunAsync("remind")).Error.ShouldContain("Đã đưa 1 thư mới vào hộp thư đi");
        var again = await RunAsync("remind");
        again.Error.ShouldContain("Đã đưa 0 thư mới");
        again.Output.ShouldContain("đã có trong hộp thư đi");
        var pending = await RunAsync("outbox", "--state", "pending");
        pending.Lines.Single(line => line.Contains(Late)).ShouldContain("đang chờ");
        pending.Output.ShouldContain("29/03/2022 09:00");

        (await RunAsync("outbox", "send")).Error.ShouldContain("Đã xử lý 1 thư, còn 0 thư chờ");
        (await RunAsync("outbox")).Output.ShouldContain("chưa cấu hình máy chủ thư");
        (await RunAsync("outbox", "retry")).Error.ShouldContain("Gửi lại 0 thư.");
        (await RunAsync("outbox", "retry", Late)).Lines.ShouldBe([Late]);

        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var sending = shop.Sending(server);
        await MailShop.SendAsync(sending, Late);
        var mail = (await server.MessagesAsync(1)).Single();
        mail.To.ShouldBe([MailedOffice.Commune]);
        mail.ShouldSayTheSameTwice();
        mail.Text().ShouldContain("Đến hết ngày 28 tháng 3 năm 2022, hệ thống chưa nhận được tệp xuất");
        (await RunAsync("outbox", "--state", "sent")).Output.ShouldContain("đã gửi");
        (await RunAsync(3, "outbox", "retry", Late)).Error.ShouldContain($"Không có thư {Late} cần gửi lại");
    }

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
