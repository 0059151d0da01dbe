using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A withdrawal that dies, and one beside a take-in, against a real storage (design.md §4, laws 1 to 3).</summary>
public class WithdrawCrashTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_dies_before_any_of_its_requests_is_finished_by_hand_or_by_the_sweep(bool bySweep)
    {
        var lived = await SentAsync();
        await WithdrawAsync(workshop.Get<WithdrawUpload>(), lived);
        var expected = await workshop.SnapshotAsync(lived);
        var figuresWith = await workshop.FiguresAsync(await SentAsync());
        for (var survives = 0; ; survives++)
        {
            var unit = await SentAsync();
            var died = await workshop.DieAsync(
                survives,
                doomed => WithdrawAsync(doomed.GetRequiredService<WithdrawUpload>(), unit)
            );
            if (bySweep)
                await workshop.FinishLaterAsync();
            else
                await WithdrawAsync(workshop.Get<WithdrawUpload>(), unit);
            var isBegun = !bySweep || (await workshop.ReceiptAsync(unit, Desk.File(Tuesday))).Contains("withdrawn");
            if (isBegun)
                (await workshop.SnapshotAsync(unit)).ShouldBe(expected, $"died after {survives} requests");
            else
                (await workshop.FiguresAsync(unit)).ShouldBe(figuresWith, $"died after {survives} requests");
            if (!died)
                break;
            survives.ShouldBeLessThan(100);
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Beside_take_ins_of_the_same_upload_with_lost_answers_it_ends_without_it()
    {
        var calm = await SentAsync();
        await WithdrawAsync(workshop.Get<WithdrawUpload>(), calm);
        for (var seed = 0; seed < 12; seed++)
        {
            var unit = await PutAsync();
            await workshop.TakeInAsync(unit, 1);
            var file = Desk.File(Tuesday);

            await Task.WhenAll(
                workshop.TakeInShakenAsync(unit, file, seed),
                workshop.ShakeAsync(
                    seed + 100,
                    async shaken =>
                    {
                        await Task.Delay(seed * 10);
                        await WithdrawAsync(shaken.GetRequiredService<WithdrawUpload>(), unit);
                    }
                ),
                workshop.TakeInShakenAsync(unit, file, seed + 200)
            );

            (await workshop.FiguresAsync(unit)).ShouldBe(await workshop.FiguresAsync(calm), $"seed {seed}");
            (await workshop.ReceiptAsync(unit, file)).ShouldContain("\"outcome\":\"withdrawn\"");
        }
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private static Task<Receipt?> WithdrawAsync(WithdrawUpload withdraw, string unit) =>
        withdraw.WithdrawAsync(unit, Desk.File(Tuesday), "nhầm tệp", default);

    private async Task<string> SentAsync()
    {
        var unit = await PutAsync();
        await workshop.TakeInAsync(unit, 2);
        return unit;
    }

    private async Task<string> PutAsync()
    {
        var unit = await workshop.NewUnitAsync();
        foreach (var day in (DateOnly[])[Monday, Tuesday])
        {
            var lines = (string[])
                [Desk.Line(day, 1, "Trực tiếp"), Desk.Line(Monday, 2, day == Monday ? "" : "Trực tuyến")];
            await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(lines), Desk.Evening(day));
        }
        return unit;
    }
}
