using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A take-in or a withdrawal that dies and is repeated leaves the doubts that it would have left undisturbed.</summary>
public class DoubtCrashTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 7);
    private static readonly string File = Desk.File(Day);
    private static int lists;

    [Fact]
    public async Task A_first_take_in_that_dies_finds_its_own_fingerprint_and_doubts_nothing()
    {
        for (var (survives, died) = (0, true); died; survives++)
        {
            var (first, later) = await PutAsync();
            died = await workshop.DieAsync(first, File, survives);

            await workshop.TakeInAsync(first, 1);
            await workshop.TakeInAsync(later, 1);

            (await DoubtsAsync(first)).ShouldBeEmpty($"died after {survives} requests");
            (await DoubtsAsync(later)).ShouldHaveSingleItem($"died after {survives} requests");
            (await ListedAsync(first, later)).First.Unit.ShouldBe(first);
            survives.ShouldBeLessThan(60);
        }
    }

    [Fact]
    public async Task A_later_one_that_dies_is_doubted_once()
    {
        for (var (survives, died) = (0, true); died; survives++)
        {
            var (first, later) = await PutAsync();
            await workshop.TakeInAsync(first, 1);
            died = await workshop.DieAsync(later, File, survives);

            await workshop.TakeInAsync(later, 1);

            (await DoubtsAsync(later)).ShouldHaveSingleItem($"died after {survives} requests");
            (await ListedAsync(first, later)).Later.ShouldBe(new(later, later, File));
            survives.ShouldBeLessThan(60);
        }
    }

    [Fact]
    public async Task A_withdrawal_that_dies_and_is_done_again_ends_the_doubt()
    {
        for (var (survives, died) = (0, true); died; survives++)
        {
            var (first, later) = await PutAsync();
            await workshop.TakeInAsync(first, 1);
            await workshop.TakeInAsync(later, 1);
            died = await workshop.DieAsync(
                survives,
                doomed => WithdrawAsync(doomed.GetRequiredService<WithdrawUpload>(), first)
            );

            await WithdrawAsync(workshop.Get<WithdrawUpload>(), first);

            (await DoubtsAsync(later)).ShouldBeEmpty($"died after {survives} requests");
            (await workshop.Get<Fingerprints>().ListAsync(default)).ShouldNotContain(doubt => doubt.Concerns(later));
            survives.ShouldBeLessThan(100);
        }
    }

    /// <summary>A list of its own, put under two units.</summary>
    private async Task<(string First, string Later)> PutAsync()
    {
        var list = Desk.Csv(Desk.Line(Day, Interlocked.Increment(ref lists), "Trực tiếp"));
        var (first, later) = (await workshop.NewUnitAsync(), await workshop.NewUnitAsync());
        foreach (var unit in (string[])[first, later])
            await workshop.PutAsync(unit, File, list, Desk.Evening(Day));
        return (first, later);
    }

    private async Task<IReadOnlyList<DoubtNote>> DoubtsAsync(string unit) =>
        (await workshop.Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, File), default))!.Value.Receipt.Doubts;

    private async Task<Doubt> ListedAsync(string first, string later) =>
        (await workshop.Get<Fingerprints>().ListAsync(default))
            .Where(doubt => doubt.Concerns(first) || doubt.Concerns(later))
            .ShouldHaveSingleItem();

    private static Task<Receipt?> WithdrawAsync(WithdrawUpload withdraw, string unit) =>
        withdraw.WithdrawAsync(unit, File, "nhầm đơn vị", default);
}
