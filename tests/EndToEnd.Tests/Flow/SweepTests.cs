using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

public sealed class SweepTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 7);

    [Fact]
    public async Task A_unit_that_cant_be_taken_in_holds_up_no_other()
    {
        var (broken, sound) = (await workshop.NewUnitAsync(), await workshop.NewUnitAsync());
        await PutAsync(broken, Day);
        await workshop.TakeInAsync(broken, 1);
        await DamageAsync(broken);
        await PutAsync(broken, Day.AddDays(1));
        await PutAsync(sound, Day);

        var thrown = await Should.ThrowAsync<PartlyDoneException>(() =>
            workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default)
        );

        thrown.Message.ShouldContain($"journal/{broken}/", Case.Sensitive, "it names what lies damaged");
        (await workshop.ReceiptAsync(sound, Desk.File(Day))).ShouldContain("\"accepted\"");
        (await workshop.BlobsAsync(StoredNames.Receipts, broken)).ShouldNotContain(receipt =>
            receipt.Contains(Desk.File(Day.AddDays(1)), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_journalled_counts_though_the_process_died_and_the_file_was_replaced()
    {
        var units = new List<string>();
        for (var died = true; died; )
        {
            var unit = await workshop.NewUnitAsync();
            // A unit without a ledger would derive it from all of its journal at the next take-in.
            await PutAsync(unit, Day.AddDays(-1));
            await workshop.TakeInAsync(unit, 1);
            await PutAsync(unit, Day);
            died = await workshop.DieAsync(unit, Desk.File(Day), units.Count);
            await workshop.PutAsync(
                unit,
                Desk.File(Day),
                Desk.Csv(Desk.Line(Day, 2, "Trực tiếp")),
                Day.AddDays(1).ToDateTime(default, DateTimeKind.Utc).Ticks
            );
            units.Add(unit);
            units.Count.ShouldBeLessThan(100);
        }

        // Another unit of this store may lie damaged, by another test.
        await Should.NotThrowAsync(async () =>
        {
            try
            {
                await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
            }
            catch (PartlyDoneException) { }
        });

        var differences = await workshop.VerifyAsync();
        foreach (var (survived, unit) in units.Index())
            differences
                .Where(line => line.Contains(unit, StringComparison.Ordinal))
                .ShouldBeEmpty($"died after {survived} requests");
    }

    private Task PutAsync(string unit, DateOnly day) =>
        workshop.PutAsync(
            unit,
            Desk.File(day),
            Desk.Csv(Desk.Line(day, 1, "Trực tuyến")),
            day.ToDateTime(default, DateTimeKind.Utc).Ticks
        );

    /// <summary>A damaged ledger alone is derived again; with a damaged journal there is nothing to derive it from.</summary>
    private async Task DamageAsync(string unit)
    {
        foreach (var name in (string[])[StoredNames.Ledger, StoredNames.Journal])
        {
            var container = workshop.Get<Store>().Container(name);
            foreach (var blob in await workshop.BlobsAsync(name, unit))
                await container.GetBlobClient(blob.Split(' ')[0]).UploadAsync(BinaryData.FromString("damaged"), true);
        }
    }
}
