using CCHC.Benchmarks.Files;
using CCHC.Benchmarks.Memory;
using CCHC.Benchmarks.National;
using CCHC.Benchmarks.Serving;
using CCHC.Benchmarks.Storage;

namespace CCHC.Benchmarks;

/// <summary>The benchmarks by name, each with its budget in itself (design.md §9).</summary>
internal static class BenchmarkList
{
    private const int WithinBudget = 0;
    private const int OverBudget = 1;
    private const int WrongUsage = 2;

    /// <summary>Each prints one JSON line and says whether it kept its budget.</summary>
    private static readonly SortedDictionary<string, Func<Task<bool>>> ByName = new(StringComparer.Ordinal)
    {
        ["national"] = NationalBenchmark.RunAsync,
        ["national-phases"] = NationalPhases.RunAsync,
        ["ops"] = OpsBenchmark.RunAsync,
        ["backfill"] = BackfillBenchmark.RunAsync,
        ["growth"] = GrowthBenchmark.RunAsync,
        ["memory"] = MemoryBenchmark.RunAsync,
        ["memory-csv"] = () => MemoryBenchmark.RunOneAsync("csv"),
        ["memory-xlsx"] = () => MemoryBenchmark.RunOneAsync("xlsx"),
        ["recovery"] = () => RecoveryBenchmark.RunAsync([]),
        ["burst"] = () => BurstBenchmark.RunAsync([]),
        ["soak"] = () => SoakBenchmark.RunAsync([]),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["fuzz", .. var fuzz])
            return FuzzCommand.Run(fuzz) ? WithinBudget : OverBudget;
        if (args is ["hostile", .. var hostile])
            return HostileCommand.Run(hostile) ? WithinBudget : OverBudget;
        if (args is ["recovery", .. var size])
            return await RecoveryBenchmark.RunAsync(size) ? WithinBudget : OverBudget;
        if (args is ["burst", .. var files])
            return await BurstBenchmark.RunAsync(files) ? WithinBudget : OverBudget;
        if (args is ["soak", .. var months])
            return await SoakBenchmark.RunAsync(months) ? WithinBudget : OverBudget;
        if (args is [var name] && ByName.TryGetValue(name, out var benchmark))
            return await benchmark() ? WithinBudget : OverBudget;
        await Console.Error.WriteLineAsync($"usage: dotnet run -c Release --project tests/Benchmarks -- NAME");
        await Console.Error.WriteLineAsync($"NAME is one of: {string.Join(", ", ByName.Keys)}");
        await Console.Error.WriteLineAsync(
            "or:    recovery UNITS UPLOADS | burst FILES | soak MONTHS | fuzz FILES [--seed N] | fuzz FILE (reads that file) | hostile [NAME]"
        );
        return WrongUsage;
    }
}
