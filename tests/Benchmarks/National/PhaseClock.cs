using System.Diagnostics;

namespace CCHC.Benchmarks.National;

/// <summary>Time and allocation of one thread's work, phase by phase.</summary>
internal sealed class PhaseClock
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, (long Ticks, long Bytes)> spent = new(StringComparer.Ordinal);

    public T Run<T>(string phase, Func<T> work)
    {
        var (start, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var result = work();
        var (ticks, allocated) = (Stopwatch.GetTimestamp() - start, GC.GetAllocatedBytesForCurrentThread() - bytes);
        if (!spent.TryGetValue(phase, out var before))
            names.Add(phase);
        spent[phase] = (before.Ticks + ticks, before.Bytes + allocated);
        return result;
    }

    /// <summary>Microseconds and bytes for each of so many rows, in the order of the phases.</summary>
    public IEnumerable<(string Phase, double Microseconds, double Bytes)> PerRow(long rows) =>
        names.Select(name =>
            (name, spent[name].Ticks * 1e6 / Stopwatch.Frequency / rows, (double)spent[name].Bytes / rows)
        );
}
