using System.Diagnostics;
using System.Globalization;
using CCHC.Pipeline.Tests.Samples;
using CCHC.Pipeline.Tests.Samples.Fuzz;

namespace CCHC.Benchmarks.Files;

/// <summary>The long fuzz: as many damaged samples as asked for, on all processors.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static bool Run(string[] args)
    {
        if (args is [var file] && File.Exists(file))
            return Replay(file);
        var culture = CultureInfo.InvariantCulture;
        var files = args is [var count, ..] ? int.Parse(count, culture) : 100_000;
        var seed = args is [_, "--seed", var number] ? int.Parse(number, culture) : 1;
        var run = new FuzzRun(seed, files, Patience);
        var told = 0;
        run.Run(under =>
        {
            if (under.Done / 5_000 > told)
                Measured.Tell($"{(told = under.Done / 5_000) * 5_000} files, {under.Failures.Count} failures");
        });
        Print(run, seed);
        foreach (var (failed, why) in run.Failures.OrderBy(failure => failure.Key))
            Measured.Tell($"case {failed}: {why}\n  {Save(FuzzCase.Of(seed, failed))}");
        return run.Failures.IsEmpty && run.Done == files;
    }

    private static void Print(FuzzRun run, int seed)
    {
        using var process = Process.GetCurrentProcess();
        Measured.Print(
            new
            {
                name = "fuzz",
                seed,
                files = run.Done,
                failures = run.Failures.Count,
                seconds = Measured.Rounded(run.Took.TotalSeconds),
                files_per_second = Measured.Rounded(run.Done / run.Took.TotalSeconds),
                slowest_ms = Measured.Rounded(run.Slowest.Time.TotalMilliseconds),
                slowest_case = run.Slowest.Number,
                peak_mb = process.PeakWorkingSet64 / (1024 * 1024),
                outcomes = run.Outcomes.OrderBy(outcome => outcome.Key).ToDictionary(o => $"{o.Key}", o => o.Value),
            }
        );
    }

    private static string Save(FuzzCase failed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "cchc-fuzz")).FullName;
        var path = Path.Combine(folder, $"{failed.Seed}-{failed.Number}-{failed.File}");
        File.WriteAllBytes(path, failed.Content);
        return path;
    }

    /// <summary>Reads one file as the fuzz does, so that a debugger can watch.</summary>
    private static bool Replay(string path)
    {
        var reading = SampleDesk.Read(File.ReadAllBytes(path), Path.GetFileName(path));
        var broken = Judgement.Of(reading).ToList();
        Measured.Tell($"{reading.Outcome}: {reading.Message} ({reading.Format})\n{string.Join('\n', broken)}");
        return broken.Count == 0;
    }
}
