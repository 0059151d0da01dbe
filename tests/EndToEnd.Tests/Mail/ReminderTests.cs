using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>The story of one unit through the first quarter of 2022; the other nine have no address.</summary>
public class ReminderTests(MailShop shop) : IClassFixture<MailShop>
{
    private static readonly (string, string)[] Settings =
    [
        ("Mail:Staff", "noivu@hongngu.example"),
        ("Mail:AllowedDomains", "hongngu.example"),
    ];

    [Fact]
    public async Task Units_are_reminded_warned_and_urged_once_for_each_thing()
    {
        await using var pipeline = shop.Pipeline(Settings);
        await MailShop.GiveAddressAsync(pipeline, Desk.Unit, "thuongphuoc1@hongngu.example");
        // Monday 10 January 2022: 12 of 40 dossiers online.
        var day = new DateOnly(2022, 1, 10);
        var lines = Enumerable.Range(1, 40).Select(n => Desk.Line(day, n, n <= 12 ? "Trực tuyến" : "Trực tiếp"));
        await pipeline
            .GetRequiredService<ExportStore>()
            .PutAsync(Desk.Unit, Desk.File(day), Desk.Csv(lines), Desk.Evening(day), default);
        await pipeline.GetRequiredService<TakeInExports>().TakeInAsync($"{Desk.Unit}/{Desk.File(day)}", default);

        // 11 and 12 January are missing; on the 12th it was one day, on the 13th two, then the same gap.
        (await NewOnAsync(pipeline, new(2022, 1, 12))).ShouldNotContain(id => id.StartsWith("late"));
        (await NewOnAsync(pipeline, new(2022, 1, 13))).ShouldContain("late-29956-2022-01-10");
        (await NewOnAsync(pipeline, new(2022, 1, 14))).ShouldBeEmpty();
        (await NewOnAsync(pipeline, new(2022, 1, 15))).ShouldBeEmpty();

        // January of the scheme closed on Friday the 14th; the first working day after it is Monday the 17th.
        (await NewOnAsync(pipeline, new(2022, 1, 17))).ShouldBe(["warning-2022-M01-29956"]);
        var warning = await TextAsync(pipeline, "warning-2022-M01-29956");
        warning.ShouldContain("số liệu đến ngày 10 tháng 01 năm 2022");
        warning.ShouldContain("12 trên 40 hồ sơ tiếp nhận trong kỳ (30,00 %); đến nay chưa đạt chỉ tiêu.");
        warning.ShouldContain("còn thiếu 04 hồ sơ nộp trực tuyến");
        warning.ShouldContain("cần thêm ít nhất 07 hồ sơ để đạt chỉ tiêu");
        (await NewOnAsync(pipeline, new(2022, 1, 18))).ShouldBeEmpty();

        // A letter of 25 March; 15 working days later is 18 April (11 April is the Hùng Kings' day).
        await pipeline
            .GetRequiredService<FollowUpTable>()
            .AddAsync(Item("online", "Tỷ lệ hồ sơ nộp trực tuyến", times: 2), default);
        await pipeline
            .GetRequiredService<FollowUpTable>()
            .AddAsync(Item("plan-issued", "Ban hành kế hoạch cải cách hành chính", times: 1), default);
        (await NewOnAsync(pipeline, new(2022, 4, 18))).ShouldNotContain(id => id.StartsWith("urge"));
        (await NewOnAsync(pipeline, new(2022, 4, 19))).ShouldContain("urge-29956-2022-Q1-2022-04-18");
        var urge = await TextAsync(pipeline, "urge-29956-2022-Q1-2022-04-18");
        urge.ShouldContain("Công văn số 389/UBND-HC ngày 25 tháng 3 năm 2022");
        urge.ShouldContain(
            "- Tỷ lệ hồ sơ nộp trực tuyến (lần thứ 2 liên tiếp)\n- Ban hành kế hoạch cải cách hành chính\n"
        );
        (await NewOnAsync(pipeline, new(2022, 4, 20))).ShouldNotContain(id => id.StartsWith("urge"));
        // Five working days after the first: 26 April.
        (await NewOnAsync(pipeline, new(2022, 4, 26))).ShouldContain("urge-29956-2022-Q1-2022-04-18-2");
        foreach (var finding in (string[])["online", "plan-issued"])
            await pipeline
                .GetRequiredService<FollowUpTable>()
                .ChangeAsync(
                    Desk.Unit,
                    "2022-Q1",
                    finding,
                    item => item with { Reply = "12/BC-UBND", RepliedOn = new(2022, 4, 27) },
                    default
                );
        (await NewOnAsync(pipeline, new(2022, 5, 5))).ShouldNotContain(id => id.StartsWith("urge"));

        // Nine units without an address: staff hear of them, every day once.
        var digest = await TextAsync(pipeline, "no-address-2022-04-19");
        digest.ShouldContain("- Xã Thường Thới Hậu A (29962): chưa gửi số liệu nào");
        digest.ShouldNotContain("(29956)");
        (await pipeline.GetRequiredService<OutboxTable>().FindAsync("no-address-2022-01-15", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_that_no_calendar_covers_reminds_nobody_and_tells_staff()
    {
        await using var pipeline = shop.Pipeline(Settings);
        (await NewOnAsync(pipeline, new(2031, 1, 6))).ShouldBeEmpty();
        (await TextAsync(pipeline, "calendar-2031")).ShouldContain("không có năm 2031");
    }

    private static FollowUp Item(string finding, string name, int times) =>
        new()
        {
            Unit = Desk.Unit,
            Period = "2022-Q1",
            Finding = finding,
            Name = name,
            Times = times,
            Number = "389",
            IssuedOn = new(2022, 3, 25),
            Deadline = new(2022, 4, 18),
        };

    /// <summary>What the tick of 09:00 on that day posts that was never posted before; again, it posts nothing.</summary>
    private async Task<IReadOnlyList<string>> NewOnAsync(IServiceProvider pipeline, DateOnly day)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(VietnamTime.StartOf(day).AddHours(9));
        await using var then = shop.PipelineAt(clock, Settings);
        var posted = await then.GetRequiredService<RemindLateUnits>().RemindAsync(default);
        (await then.GetRequiredService<RemindLateUnits>().RemindAsync(default)).ShouldBeEmpty();
        return [.. posted.Select(each => each.Mail.Id)];
    }

    private static async Task<string> TextAsync(IServiceProvider pipeline, string id) =>
        (await pipeline.GetRequiredService<OutboxTable>().FindAsync(id, default))!.Text;
}
