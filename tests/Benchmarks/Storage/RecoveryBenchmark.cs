using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.Benchmarks.Storage;

/// <summary>
/// Units with so many uploads of 200 rows each: backed up, backed up again, restored into another store, derived again
/// and verified. Times are this machine's; the budget is in requests, which every storage counts alike.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int Units = 20;
    private const int Uploads = 30;
    private const int FirstCode = 40000;

    /// <summary>Per upload: its journal entry and the two forms of its receipt, fetched or put, and shares of listings.</summary>
    private const double CopyBudget = 3.5;

    /// <summary>Per upload, where nothing is new: shares of listings only.</summary>
    private const double AgainBudget = 0.5;

    /// <summary>Per upload: put as above, its entry read by deriving and by verifying, and shares of the unit's figures.</summary>
    private const double RestoreBudget = 8;
    private static readonly DateOnly FirstDay = new(2023, 5, 2);

    public static async Task<bool> RunAsync(string[] size)
    {
        var (units, uploads) = size is [var u, var n]
            ? (int.Parse(u, CultureInfo.InvariantCulture), int.Parse(n, CultureInfo.InvariantCulture))
            : (Units, Uploads);
        using var folder = new TempFolder();
        await using var old = await FilledAsync(units, uploads);
        await using var young = await BenchStore.StartEmptyAsync();
        var backup = await TakenAsync(old, () => old.Get<BackUpStore>().BackUpAsync(folder.Path, Quietly, default));
        var again = await TakenAsync(old, () => old.Get<BackUpStore>().BackUpAsync(folder.Path, Quietly, default));
        var restore = await TakenAsync(young, () => RestoreAsync(young, folder.Path));
        var rebuild = await TakenAsync(young, () => young.Get<Rebuild>().RebuildAsync(default));
        var verify = await TakenAsync(young, () => young.Get<VerifyRebuild>().VerifyAsync(default));
        var all = (double)units * uploads;
        Measured.Print(
            new
            {
                name = "recovery",
                units,
                uploads = units * uploads,
                rows = units * uploads * DeskHistory.RowsPerDay,
                backup,
                backup_again = again,
                restore,
                rebuild,
                verify,
                requests_per_upload = new
                {
                    backup = Measured.Rounded(backup.Requests / all),
                    backup_again = Measured.Rounded(again.Requests / all),
                    restore = Measured.Rounded(restore.Requests / all),
                },
                budget = new
                {
                    backup = CopyBudget,
                    backup_again = AgainBudget,
                    restore = RestoreBudget,
                },
            }
        );
        return backup.Requests <= CopyBudget * all
            && again.Requests <= AgainBudget * all
            && restore.Requests <= RestoreBudget * all;
    }

    private static async Task<BenchStore> FilledAsync(int units, int uploads)
    {
        var store = await BenchStore.StartAsync();
        var codes = Enumerable.Range(FirstCode, units).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        await store.Get<RegisterStore>().ImportUnitsAsync(codes.Select(Unit), default);
        var days = WorkingDays.Between(FirstDay, DateOnly.MaxValue).Take(uploads).ToList();
        store.Clock.Today = days[^1];
        foreach (var code in codes)
            await store.IngestAsync(code, days);
        return store;
    }

    private static Unit Unit(string code) =>
        UnitCode.TryParse(code, out var parsed)
            ? new(parsed, $"Xã {code}", "commune", "870", null, null, [])
            : throw new ArgumentException("No code.", nameof(code));

    private static async Task RestoreAsync(BenchStore store, string folder)
    {
        var result = await store.Get<RestoreStore>().RestoreAsync(folder, Quietly, default);
        if (result.Differences.Count > 0)
            throw new InvalidOperationException($"The restored store differs: {result.Differences[0]}");
    }

    private static Task Quietly(string what, int total, Func<Action, Task> work) => work(() => { });

    private static async Task<RecoveryStep> TakenAsync(BenchStore store, Func<Task> work)
    {
        store.Requests.Reset();
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var own = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Measured.Tell($"  {seconds:0.0} s, {store.Requests.Total} requests");
        return new(Measured.Rounded(seconds), Measured.Rounded(own), store.Requests.Total);
    }
}

/// <summary>Seconds on the wall, those of this process, and requests to the storage.</summary>
internal readonly record struct RecoveryStep(
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("own_processor_seconds")] double Processor,
    [property: JsonPropertyName("requests")] int Requests
);
