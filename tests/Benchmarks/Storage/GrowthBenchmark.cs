using System.Diagnostics;

namespace CCHC.Benchmarks.Storage;

/// <summary>
/// The same days' exports of two units, one with five years of history and one with three months, delivered in turns
/// to one store, so that the storage emulator's own growth weighs on both alike.
/// </summary>
internal static class GrowthBenchmark
{
    private const string Old = "29956";
    private const string Young = "29992";
    private const int OldMonths = 60;
    private const int YoungMonths = 3;
    private const int WarmUpDays = 3;
    private const int MeasuredDays = 24;
    private const double Budget = 1.15;
    private static readonly DateOnly FirstDay = new(2024, 3, 1);

    public static async Task<bool> RunAsync()
    {
        await using var store = await BenchStore.StartAsync();
        await store.IngestAsync(Old, WorkingDays.Between(FirstDay.AddMonths(-OldMonths), FirstDay.AddDays(-1)));
        await store.IngestAsync(Young, WorkingDays.Between(FirstDay.AddMonths(-YoungMonths), FirstDay.AddDays(-1)));
        var took = new Dictionary<string, List<double>>(StringComparer.Ordinal) { [Old] = [], [Young] = [] };
        var days = WorkingDays.Between(FirstDay, FirstDay.AddYears(1)).Take(WarmUpDays + MeasuredDays);
        foreach (var (index, day) in days.Index())
        {
            store.Clock.Today = day;
            string[] turns = index % 2 == 0 ? [Old, Young] : [Young, Old];
            foreach (var code in turns)
                took[code].Add(await SecondsAsync(store, code, day));
        }
        var (old, young) = (took[Old].Skip(WarmUpDays), took[Young].Skip(WarmUpDays));
        var ratio = Measured.Median(old) / Measured.Median(young);
        Measured.Print(
            new
            {
                name = "growth",
                days = MeasuredDays,
                history_months = new[] { YoungMonths, OldMonths },
                milliseconds = new[] { Milliseconds(young), Milliseconds(old) },
                ratio = Measured.Rounded(ratio),
                budget = Budget,
            }
        );
        return ratio <= Budget;
    }

    private static double Milliseconds(IEnumerable<double> seconds) =>
        Measured.Rounded(1000 * Measured.Median(seconds));

    private static async Task<double> SecondsAsync(BenchStore store, string code, DateOnly day)
    {
        await store.PutAsync(code, day);
        var start = Stopwatch.GetTimestamp();
        await store.TakeInAsync(code, day);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
