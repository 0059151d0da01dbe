using Azure.Data.Tables;
using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>A quarter of three units that closed (design.md §4, law 7).</summary>
internal static class ReviewScenarios
{
    public static readonly string[] Units = ["29956", "29962", "29980"];
    private static readonly DateOnly LastDay = new(2022, 3, 14);

    public static IEnumerable<Scenario> All =>
        [
            new("review", PutQuarterAsync, ReviewAsync),
            new("review-twice-at-once", PutQuarterAsync, ReviewAsync) { Beside = [ReviewAsync] },
        ];

    public static Period Quarter { get; } =
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter)
            ? quarter
            : throw new InvalidOperationException("2022-Q1 is no period.");

    public static Task ReviewAsync(Office office) => office.Get<ReviewQuarter>().ReviewAsync(Quarter, default);

    /// <summary>Two units sent, one below its target; the third sent nothing.</summary>
    public static async Task PutQuarterAsync(Office office)
    {
        await KeepOnlyAsync(office, Units);
        foreach (var (index, unit) in Units.Take(2).Index())
            await office.PutAsync(
                unit,
                Exports.File(LastDay),
                LastDay,
                Enumerable
                    .Range(1, 5)
                    .Select(n => Exports.Line(LastDay, n, null, n > 1 + 3 * index ? "Trực tiếp" : "Trực tuyến"))
            );
        await office.SweepAsync();
    }

    private static async Task KeepOnlyAsync(Office office, string[] units)
    {
        var table = office.Get<Store>().Table(StoredNames.UnitsTable);
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            if (!units.Contains(row.RowKey, StringComparer.Ordinal))
                await table.DeleteEntityAsync(row);
        }
        // The import below notes anew which rows there are: these are not lost.
        await office
            .Get<Store>()
            .Container(StoredNames.Settings)
            .DeleteBlobAsync(Paths.ListKeys(StoredNames.UnitsTable));
        var registers = office.Get<Registers>();
        registers.Forget();
        var known = (await registers.GetAsync(default)).Units;
        await office
            .Get<RegisterStore>()
            .ImportUnitsAsync(units.Select(id => known.Find(id)! with { Mail = $"xa{id}@hongngu.example" }), default);
        registers.Forget();
    }
}
