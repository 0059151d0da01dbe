using System.Diagnostics;
using System.Text.Json;

namespace CCHC.Benchmarks;

/// <summary>Figures of a noisy machine: medians, and ratios of neighbours in time.</summary>
internal static class Measured
{
    /// <summary>How long the work takes, on a heap that earlier work left clean.</summary>
    public static Taken Run(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        return new(
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of pairwise ratios: both of a pair ran one after the other, under like conditions.</summary>
    public static double MedianRatio(IEnumerable<double> numerators, IEnumerable<double> denominators) =>
        Median(numerators.Zip(denominators, (numerator, denominator) => numerator / denominator));

    public static double Rounded(double value) => Math.Round(value, 3);

    /// <summary>The one line on standard output.</summary>
    public static void Print<T>(T line) => Console.WriteLine(JsonSerializer.Serialize(line));

    /// <summary>Everything else goes to standard error.</summary>
    public static void Tell(string line) => Console.Error.WriteLine(line);
}

/// <summary>Seconds on the wall, and those that this process's threads were running: what neighbours can't take away.</summary>
internal readonly record struct Taken(double Wall, double Processor);
