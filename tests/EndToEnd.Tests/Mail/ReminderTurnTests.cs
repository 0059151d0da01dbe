using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>Whose turn it is, and for which time: urgings count what was sent, no unit holds up another.</summary>
public sealed class ReminderTurnTests : IAsyncLifetime
{
    private const string Other = "29962";

    private static readonly (string, string)[] Settings =
    [
        ("Mail:Staff", "noivu@hongngu.example"),
        ("Mail:AllowedDomains", "hongngu.example"),
    ];

    private readonly MailShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_first_urging_ever_sent_is_the_first_however_late_and_the_next_counts_what_was_sent()
    {
        await using var pipeline = shop.Pipeline(Settings);
        await MailShop.GiveAddressAsync(pipeline, Other, "thuongthoi@hongngu.example");
        await pipeline
            .GetRequiredService<FollowUpTable>()
            .AddAsync(Item("online", "Tỷ lệ hồ sơ nộp trực tuyến", times: 1), default);
        const string id = $"urge-{Other}-2022-Q1-2022-04-18";

        (await NewOnAsync(pipeline, new(2022, 11, 1))).ShouldContain(id);
        (await TextAsync(pipeline, id)).ShouldNotContain("đôn đốc lần thứ");
        (await NewOnAsync(pipeline, new(2022, 11, 7))).ShouldNotContain(each => each.StartsWith("urge-" + Other));
        // The first has not been sent: the second mail is the first urging that the unit gets.
        (await NewOnAsync(pipeline, new(2022, 11, 8))).ShouldContain(id + "-2");
        (await TextAsync(pipeline, id + "-2")).ShouldNotContain("đôn đốc lần thứ");
        var outbox = pipeline.GetRequiredService<OutboxTable>();
        foreach (var mail in (string[])[id, id + "-2"])
            await outbox.ReplaceAsync(
                (await outbox.FindAsync(mail, default))! with
                {
                    State = MailState.Sent,
                },
                default
            );
        (await NewOnAsync(pipeline, new(2022, 11, 15))).ShouldContain(id + "-3");
        (await TextAsync(pipeline, id + "-3")).ShouldContain("đôn đốc lần thứ 3");
    }

    [Fact]
    public async Task A_unit_that_sends_lists_is_late_after_a_week_and_lacks_no_day_between_two()
    {
        await using var pipeline = shop.Pipeline(Settings);
        await MailShop.GiveAddressAsync(pipeline, Desk.Unit, "thuongphuoc1@hongngu.example");
        const string profile = """{ "name": "Danh sách tuần", "units": ["29956"], "coverage": "list" }""";
        await pipeline
            .GetRequiredService<ProfileStore>()
            .WriteAsync(new StoredText("danh-sach-tuan", profile), default);
        // Lists of Friday 31 December 2021 and Friday 7 January 2022.
        foreach (var day in (DateOnly[])[new(2021, 12, 31), new(2022, 1, 7)])
        {
            await pipeline
                .GetRequiredService<ExportStore>()
                .PutAsync(
                    Desk.Unit,
                    Desk.File(day),
                    Desk.Csv(Desk.Line(day, 1, "Trực tuyến")),
                    Desk.Evening(day),
                    default
                );
            await pipeline.GetRequiredService<TakeInExports>().TakeInAsync($"{Desk.Unit}/{Desk.File(day)}", default);
        }

        // The warning after January, on Monday the 17th: only what lies before the first list is missing.
        (await NewOnAsync(pipeline, new(2022, 1, 17))).ShouldNotContain(id => id.StartsWith("late-29956"));
        var warning = await TextAsync(pipeline, "warning-2022-M01-29956");
        warning.ShouldContain("Còn 12 ngày làm việc trong kỳ chưa có số liệu của đơn vị (");
        // On the 18th six working days lie behind the last list, on the 19th seven.
        (await NewOnAsync(pipeline, new(2022, 1, 18))).ShouldNotContain(id => id.StartsWith("late-29956"));
        (await NewOnAsync(pipeline, new(2022, 1, 19))).ShouldContain("late-29956-2022-01-07");
    }

    [Fact]
    public async Task A_unit_of_300_addresses_is_told_to_staff_and_holds_up_no_other()
    {
        await using var pipeline = shop.Pipeline(Settings);
        var many = string.Join(
            ';',
            Enumerable.Range(1, 300).Select(n => $"can-bo-{n}.xa-thuong-phuoc@hongngu.example")
        );
        await MailShop.GiveAddressAsync(pipeline, Desk.Unit, many);
        await MailShop.GiveAddressAsync(pipeline, Other, "thuongthoi@hongngu.example");
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            VietnamTime.StartOf(new DateOnly(2022, 3, 31)).AddHours(9)
        );
        await using var then = shop.PipelineAt(clock, Settings);

        var posted = await then.GetRequiredService<RemindLateUnits>().RemindAsync(default);

        posted.Select(each => each.Unit).ShouldBe([Other]);
        (await TextAsync(then, "no-address-2022-03-31")).ShouldContain("(29956)");
    }

    private static FollowUp Item(string finding, string name, int times) =>
        new()
        {
            Unit = Other,
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
