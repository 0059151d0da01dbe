using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Figures whose rows are gone are counted, never taken for zero, and one damaged unit holds up no other's.</summary>
public sealed class LostFigureTests : IAsyncLifetime
{
    private readonly Workshop workshop = new();

    public async ValueTask InitializeAsync()
    {
        await workshop.InitializeAsync();
        foreach (var unit in (string[])["29956", "29962"])
            await Quarters.SendAsync(workshop, unit, "2022-Q1", online: 3);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Theory]
    [InlineData(Breakdown.Day, StoredNames.KpiDailyTable, "29956-2022", "20220314", 1)]
    [InlineData(Breakdown.Field, StoredNames.KpiTable, "statutory-2022-Q1", "29956-f-ho-tich", 1)]
    [InlineData(Breakdown.Procedure, StoredNames.KpiTable, "statutory-2022-Q1", "29956-p-1.001193", 1)]
    public async Task A_part_that_is_lost_is_counted_named_by_verify_and_put_back_by_rebuild(
        Breakdown by,
        string table,
        string partition,
        string row,
        int parts
    )
    {
        var before = await RowsAsync(by);
        before.Count.ShouldBe(parts);
        before.Sum(part => part.Tally[Count.Received]).ShouldBe(10);
        await workshop.Get<Store>().Table(table).DeleteEntityAsync(partition, row);

        (await RowsAsync(by)).ShouldBe(before);

        (await workshop.VerifyAsync()).ShouldBe([$"{table}/{partition}/{row}: thiếu dòng này"]);
        await workshop.Get<Rebuild>().RebuildAsync(default);
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_free_range_is_counted_for_all_but_the_damaged_unit_which_is_named()
    {
        await DamageAsync("29956");

        var run = await Cchc.RunAsync([
            "kpi",
            "2022-03-01..2022-03-14",
            "--format",
            "csv",
            "--storage",
            workshop.Connection,
        ]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("29962");
        run.Output.ShouldNotContain("29956");
        run.Error.ShouldContain("29956: journal/29956/");
        run.Error.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task All_desks_but_the_damaged_one_are_read_again_and_that_is_named()
    {
        var day = new DateOnly(2022, 3, 11);
        await workshop.PutAsync("29956", Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tiếp")), Desk.Evening(day));
        await workshop.TakeInAsync("29956", 2);
        await workshop.DeleteAsync(StoredNames.Exports, "29956/ho-so-2022-03-14.csv");
        await DamageAsync("29956", "2022-03-14");

        var run = await Cchc.RunAsync(["retake", "--storage", workshop.Connection]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Đã đọc lại 1 tệp, không có gì thay đổi.");
        run.Error.ShouldContain("29956: journal/29956/2022-03-14/");
    }

    private async Task<IReadOnlyList<KpiRow>> RowsAsync(Breakdown by)
    {
        var unit = (await workshop.Get<Registers>().GetAsync(default)).Units.Find("29956")!;
        var quarter = Quarters.Quarter("2022-Q1");
        var query = workshop.Get<KpiQuery>();
        return (await query.RowsAsync(quarter, by, PeriodScheme.Statutory, [unit], default)).Rows;
    }

    private async Task DamageAsync(string unit, string day = "")
    {
        foreach (var name in (string[])[StoredNames.Ledger, StoredNames.Journal])
        {
            foreach (var blob in (await workshop.BlobsAsync(name, unit)).Select(blob => blob.Split(' ')[0]))
            {
                if (name == StoredNames.Ledger || blob.Contains(day, StringComparison.Ordinal))
                    await workshop
                        .Get<Store>()
                        .Container(name)
                        .GetBlobClient(blob)
                        .UploadAsync(BinaryData.FromString("hỏng"), overwrite: true);
            }
        }
    }
}
