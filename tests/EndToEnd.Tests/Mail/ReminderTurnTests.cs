using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review.FollowUps;
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
