using System.Globalization;
using CCHC.Benchmarks.Storage;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Benchmarks.Memory;

/// <summary>How far a process's memory rises while it takes in one file (Linux: /proc/self/status).</summary>
internal static class TakeInMemory
{
    private const string Code = "29956";
    private const string Present = "VmRSS:";
    private const string Peak = "VmHWM:";

    public static async Task<long> PeakAsync(LargestFile largest)
    {
        await using var store = await BenchStore.StartAsync();
        var day = store.Clock.Today;
        await store.PutAsync(Code, day.AddDays(-1));
        await store.TakeInAsync(Code, day.AddDays(-1));
        var uploadedAt = VietnamTime.StartOf(day).AddHours(17).UtcTicks;
        await store.Exports.PutAsync(Code, largest.File, largest.Content, uploadedAt, CancellationToken.None);
        var (name, rows) = (Paths.Export(Code, largest.File), largest.Rows);
        largest.Forget();
        var before = Base();
        var receipt = await store.TakeIn.TakeInAsync(name, CancellationToken.None);
        var peak = Read(Peak) - before;
        Measured.Tell($"{receipt!.Outcome}: {receipt.Accepted} of {rows} rows accepted; {receipt.Message}");
        return receipt is { Outcome: Outcome.Accepted } && receipt.Accepted == rows
            ? peak
            : throw new InvalidOperationException($"{name} is {receipt.Outcome}: {receipt.Message}");
    }

    /// <summary>Memory at rest; from here on the peak is counted anew.</summary>
    private static long Base()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Read(Present);
    }

    private static long Read(string figure)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(figure, StringComparison.Ordinal));
        var kilobytes = line[figure.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return 1024 * long.Parse(kilobytes, CultureInfo.InvariantCulture);
    }
}
