using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>`cchc remind`, on a machine without a mail server.</summary>
public class RemindCommandTests(MailShop shop) : IClassFixture<MailShop>
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

    private Task<Cchc> RunAsync(params string[] args) => RunAsync(0, args);

    private async Task<Cchc> RunAsync(int exitCode, params string[] args)
    {
        var run = await Cchc.AtAsync(tuesday, [.. args, "--storage", shop.Connection]);
        run.ExitCode.ShouldBe(exitCode, run.Error);
        return run;
    }
}
