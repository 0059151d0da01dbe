using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>A letter's number or day was recorded wrongly: what the unit hears.</summary>
public class ReplacedLetterTests(MailShop shop) : IClassFixture<MailShop>
{
    private const string Quarter = "2022-Q1";
    private readonly DateOnly friday = new(2022, 3, 25);

    [Fact]
    public async Task Each_number_and_day_is_told_once_and_the_later_mail_says_that_it_replaces_the_earlier()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        await DraftAsync(pipeline, Desk.Unit);
        shop.Clock.Advance(TimeSpan.FromDays(7));

        var first = await SendAsync(pipeline, Desk.Unit, "410", friday);
        var number = await SendAsync(pipeline, Desk.Unit, "411", friday);
        var day = await SendAsync(pipeline, Desk.Unit, "411", friday.AddDays(3));
        var back = await SendAsync(pipeline, Desk.Unit, "410", friday);
        var again = await SendAsync(pipeline, Desk.Unit, "410", friday);

        new[] { first, number, day, back, again }.Select(each => each.IsNew).ShouldBe([true, true, true, true, false]);
        again.MailId.ShouldBe(back.MailId);
        var mails = await server.MessagesAsync(4);
        mails
            .Select(mail => mail.Subject().Split(" gửi ")[0])
            .ShouldBe([
                "Công văn số 410/UBND-HC ngày 25 tháng 3 năm 2022",
                "Công văn số 411/UBND-HC ngày 25 tháng 3 năm 2022",
                "Công văn số 411/UBND-HC ngày 28 tháng 3 năm 2022",
                "Công văn số 410/UBND-HC ngày 25 tháng 3 năm 2022",
            ]);
        mails.Select(mail => mail.Text().Contains("Thư này thay cho thư")).ShouldBe([false, true, true, true]);
        // 5 working days after Friday, the 25th, and after Monday, the 28th.
        mails[1].Text().ShouldContain("trước khi hết ngày 01 tháng 4 năm 2022");
        mails[2].Text().ShouldContain("trước khi hết ngày 04 tháng 4 năm 2022");
    }

    [Fact]
    public async Task A_replaced_number_that_was_not_yet_sent_never_goes_out()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        await DraftAsync(pipeline, "29962");
        shop.Clock.Advance(TimeSpan.FromDays(7));

        var wrong = await IssueAsync(pipeline, "29962", "420", friday);
        var right = await IssueAsync(pipeline, "29962", "421", friday);
        await MailShop.SendAsync(pipeline, wrong.MailId);
        await MailShop.SendAsync(pipeline, right.MailId);
        (await pipeline.GetRequiredService<RetryMail>().RetryAsync(wrong.MailId, "", default)).ShouldBeFalse();

        var mail = (await server.MessagesAsync(1)).Single();
        mail.Subject().ShouldContain("số 421/");
        await mail.ShouldBringAsync(
            shop.Open(),
            StoredNames.Notices,
            (Paths.IssuedDocx(Quarter, "29962"), "Công văn 421-UBND-HC.docx")
        );
    }

    [Fact]
    public async Task A_clock_that_is_set_back_tells_no_letter_twice()
    {
        await using var server = await MailServer.StartAsync(new { mode = "none" });
        await using var pipeline = shop.Sending(server);
        await DraftAsync(pipeline, "29971");
        shop.Clock.Advance(TimeSpan.FromDays(7));

        var wrong = await SendAsync(pipeline, "29971", "430", friday);
        shop.Clock.AdjustTime(shop.Clock.GetUtcNow().AddHours(-3));
        var right = await SendAsync(pipeline, "29971", "431", friday);
        var again = await SendAsync(pipeline, "29971", "431", friday);

        new[] { wrong, right, again }.Select(each => each.IsNew).ShouldBe([true, true, false]);
        again.MailId.ShouldBe(right.MailId);
        await server.MessagesAsync(2);
    }

    private static async Task DraftAsync(IServiceProvider pipeline, string unit)
    {
        await MailShop.GiveAddressAsync(pipeline, unit, $"xa{unit}@hongngu.example");
        await pipeline.GetRequiredService<ReviewQuarter>().ReviewAsync(Quarters.Quarter(Quarter), default);
        await pipeline.GetRequiredService<WriteDocuments>().WriteAsync(new NoticeMessage(Quarter, unit), default);
    }

    private async Task<IssuedToUnit> SendAsync(IServiceProvider pipeline, string unit, string number, DateOnly date)
    {
        var issued = await IssueAsync(pipeline, unit, number, date);
        await MailShop.SendAsync(pipeline, issued.MailId);
        return issued;
    }

    private async Task<IssuedToUnit> IssueAsync(IServiceProvider pipeline, string code, string number, DateOnly date)
    {
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        var unit = (await pipeline.GetRequiredService<Registers>().GetAsync(default)).Units.Find(code)!;
        return await pipeline
            .GetRequiredService<IssueToUnit>()
            .IssueAsync(Quarters.Quarter(Quarter), unit, number, date, replace: true, default);
    }
}
