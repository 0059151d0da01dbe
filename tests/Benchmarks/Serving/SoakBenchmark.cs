using System.Diagnostics;
using System.Globalization;
using CCHC.Pipeline.Storage;

namespace CCHC.Benchmarks.Serving;

/// <summary>
/// A year of working days of ten units in one process that never restarts: what it holds and what it asks of storage
/// must be the same at the end as when everything was warm.
/// </summary>
internal static class SoakBenchmark
{
    private const double Budget = 1.1;
    private const int MoreHandles = 8;
    private static readonly DateOnly First = new(2024, 1, 2);

    private static readonly string[] Desks =
    [
        "29956",
        "29962",
        "29971",
        "29974",
        "29977",
        "29980",
        "29983",
        "29992",
        "29995",
        "29998",
    ];

    public static async Task<bool> RunAsync(string[] months)
    {
        var last = new DateOnly(First.Year, First.Month, 1).AddMonths(
            months is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 12
        );
        await using var host = await SoakHost.StartAsync(First);
        var all = new List<SoakMonth>();
        foreach (var month in WorkingDays.Between(First, last.AddDays(-1)).GroupBy(day => day.Month))
        {
            all.Add(await LiveAsync(host, month.Key, [.. month]));
            Measured.Tell(all[^1].ToString());
        }
        var receipts = await CountAsync(host.Store);
        var differences = await host.DifferencesAsync();
        // The first months warm caches, connections and code, and bring the first review.
        var (start, end) = (all[all.Count / 3], all[^1]);
        Measured.Print(
            new
            {
                name = "soak",
                uploads = receipts,
                months = all,
                memory_ratio = Measured.Rounded(end.Held.Megabytes / start.Held.Megabytes),
                handles = new[] { start.Held.Handles, end.Held.Handles },
                requests_ratio = Measured.Rounded(end.RequestsPerUpload / start.RequestsPerUpload),
                differences = differences.Count,
                budget = Budget,
            }
        );
        return differences.Count == 0
            && receipts == all.Sum(month => month.Days) * Desks.Length
            && end.Held.Megabytes <= Budget * start.Held.Megabytes
            && end.Held.Handles <= start.Held.Handles + MoreHandles
            && end.RequestsPerUpload <= Budget * start.RequestsPerUpload;
    }

    private static async Task<SoakMonth> LiveAsync(SoakHost host, int month, List<DateOnly> days)
    {
        var requests = new List<double>();
        var start = Stopwatch.GetTimestamp();
        foreach (var day in days)
        {
            host.Requests.Reset();
            await host.LiveAsync(day, Desks);
            requests.Add(host.Requests.Total);
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / days.Count;
        host.Requests.Reset();
        return new(
            month,
            days.Count,
            Measured.Rounded(seconds),
            Measured.Rounded(Measured.Median(requests) / Desks.Length),
            host.DiskMegabytes,
            Held.Now()
        );
    }

    private static async Task<int> CountAsync(Store store)
    {
        var count = 0;
        await foreach (var _ in store.Container(StoredNames.Receipts).GetBlobsAsync())
            count++;
        return count;
    }
}

/// <summary>A month of it; requests are those of its median day, all timers included.</summary>
internal sealed record SoakMonth(
    int Month,
    int Days,
    double SecondsPerDay,
    double RequestsPerUpload,
    double DiskMegabytes,
    Held Held
);
