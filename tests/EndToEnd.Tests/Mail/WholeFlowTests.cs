using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Through the host's own triggers: from a closed quarter to the mail with the issued letter.</summary>
public class WholeFlowTests(MailedOffice office) : IClassFixture<MailedOffice>
{
    private const string Quarter = "2022-Q1";
    private readonly DateOnly issuedOn = new(2022, 3, 25);

    [Fact]
    public async Task Staff_get_draft_and_reports_the_unit_gets_the_issued_letter_and_nobody_gets_anything_twice()
    {
        // The quarter's last day: three dossiers of ten came online, all other days are missing.
        var last = new DateOnly(2022, 3, 14);
        var lines = Enumerable.Range(1, 10).Select(n => Desk.Line(last, n, n <= 3 ? "Trực tuyến" : "Trực tiếp"));
        await office.App.PutAsync($"{Desk.Unit}/{Desk.File(last)}", Desk.Csv(lines), Desk.Evening(last));
        await office.App.QuietAsync();
        office.App.Clock.Advance(TimeSpan.FromHours(1));
        await office.App.Services.GetRequiredService<TimerRunner>().RunNowAsync("ReviewClosedPeriod");

        // Ten units need a letter: one to mend, nine to send data.
        (await office.MailsAsync("draft-", 10)).ShouldAllBe(mail => mail.To.Single() == MailedOffice.Staff);
        var draft = (await office.MailsAsync($"draft-{Quarter}-{Desk.Unit}", 1)).Single();
        draft.Message.Subject.ShouldBe("Dự thảo công văn gửi xã Thường Phước 1, quý I năm 2022");
        draft.ShouldSayTheSameTwice();
        draft.Text().ShouldContain("đơn vị chưa nhận được");
        draft.Text().ShouldContain($"cchc notices issue {Quarter} {Desk.Unit} --number SỐ --date NGÀY");
        await draft.ShouldBringAsync(
            office.App.Store,
            StoredNames.Notices,
            (Paths.NoticeDocx(Quarter, Desk.Unit), "Dự thảo Xã Thường Phước 1, quý I năm 2022.docx")
        );
        var reports = (await office.MailsAsync($"reports-{Quarter}", 1)).Single();
        reports.To.ShouldBe([MailedOffice.Staff]);
        reports.ShouldSayTheSameTwice();
        await reports.ShouldBringAsync(
            office.App.Store,
            StoredNames.Reports,
            (Paths.SummaryReport(Quarter), "Báo cáo tổng hợp quý I năm 2022.docx"),
            (Paths.Form06(Quarter), "Biểu số 06 quý I năm 2022.xlsx"),
            (Paths.OfficesLetter(Quarter), "Công văn gửi các phòng chuyên môn quý I năm 2022.docx")
        );

        office.App.Clock.Advance(VietnamTime.StartOf(issuedOn).AddHours(10) - office.App.Clock.GetUtcNow());
        var told = await IssueAsync(Desk.Unit, "389");
        told.Error.ShouldContain($"gửi {MailedOffice.Commune} đã vào hộp thư đi");
        var issued = (await office.MailsAsync("issued-", 1)).Single();
        issued.To.ShouldBe([MailedOffice.Commune]);
        issued.Message.Subject.ShouldBe("Công văn số 389/UBND-HC ngày 25 tháng 3 năm 2022 gửi xã Thường Phước 1");
        // Posted by the command line, which knows no sender.
        issued.Id().ShouldEndWith("@hongngu.example");
        issued.ShouldSayTheSameTwice();
        issued.Text().ShouldStartWith("Kính gửi: Ủy ban nhân dân xã Thường Phước 1.\n");
        issued.Text().ShouldContain("Công văn số 389/UBND-HC ngày 25 tháng 3 năm 2022");
        // 15 working days after Friday, 25 March, Monday, 11 April being off.
        issued
            .Text()
            .ShouldContain(
                "- Khắc phục các hạn chế đã nêu và báo cáo bằng văn bản về Phòng Nội vụ: trước khi hết ngày 18 tháng 4 năm 2022.\n"
            );
        await issued.ShouldBringAsync(
            office.App.Store,
            StoredNames.Notices,
            (Paths.IssuedDocx(Quarter, Desk.Unit), "Công văn 389-UBND-HC.docx")
        );

        await AgainAsync();
        (await IssueAsync("29962", "390")).Error.ShouldContain("Xã Thường Thới Hậu A chưa có địa chỉ thư");
        await office.App.QuietAsync();
        office
            .Server.Messages.Where(mail => !mail.Id().StartsWith("test-", StringComparison.Ordinal))
            .Count()
            .ShouldBe(12);
    }

    /// <summary>Every message that led to a mail comes once more, and every command.</summary>
    private async Task AgainAsync()
    {
        await office.PutMessageAsync(StoredNames.NoticesQueue, new NoticeMessage(Quarter, Desk.Unit).ToJson());
        await office.PutMessageAsync(StoredNames.NoticesQueue, NoticeMessage.ForReports(Quarter).ToJson());
        await office.PutMessageAsync(StoredNames.OutboxQueue, $"draft-{Quarter}-{Desk.Unit}");
        (await IssueAsync(Desk.Unit, "389")).Error.ShouldContain("đã có trong hộp thư đi từ trước");
        office.App.Clock.Advance(TimeSpan.FromHours(2));
        await office.App.QuietAsync();
    }

    private Task<Cchc> IssueAsync(string unit, string number) =>
        Cchc.AtAsync(
            office.App.Clock,
            [
                .. (string[])["notices", "issue", Quarter, unit, "--number", number, "--date", "25/03/2022"],
                "--storage",
                office.App.Connection,
            ]
        );
}
