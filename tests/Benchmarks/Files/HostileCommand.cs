using System.Diagnostics;
using System.Globalization;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Tests.Samples;
using CCHC.Pipeline.Tests.Samples.Hostile;

namespace CCHC.Benchmarks.Files;

/// <summary>
/// Every hostile file at full size, each read in a process of its own: its outcome, how long it took, and the peak
/// of memory over the same process after it had read the small samples of every format.
/// </summary>
internal static class HostileCommand
{
    private const string Child = "--read";
    private const double MostMilliseconds = 2_000;
    private const long MostMegabytes = 256;
    private const string FileName = "ho-so-2022-03-15.csv";

    public static bool Run(string[] args)
    {
        if (args is [Child, var path])
            return Read(path);
        using var folder = new TempFolder();
        var chosen = HostileFile.All.Where(file => args is not [var name] || file.Name == name);
        var all = chosen.Select(file => Measure(file, Path.Combine(folder.Path, "file"))).ToList();
        Measured.Print(
            new
            {
                name = "hostile",
                files = all.Count,
                slowest_ms = all.Max(one => one.Milliseconds),
                most_mb = all.Max(one => one.Megabytes),
                failed = all.Count(one => !one.IsWell),
            }
        );
        return all.TrueForAll(one => one.IsWell);
    }

    private sealed record Seen(double Milliseconds, long Megabytes, bool IsWell);

    private static Seen Measure(HostileFile hostile, string path)
    {
        File.WriteAllBytes(path, hostile.Make(HostileFile.Largest));
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["hostile", Child, path])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        if (line.Split('|') is not [var outcome, var code, var time, var memory])
        {
            Measured.Tell($"FAILED | {hostile.Name} | {line}");
            return new(0, 0, IsWell: false);
        }
        var culture = CultureInfo.InvariantCulture;
        var (milliseconds, megabytes) = (double.Parse(time, culture), long.Parse(memory, culture));
        var isExpected = outcome == $"{hostile.Outcome}" && (hostile.Code.Length == 0 || code == hostile.Code);
        var isWell = isExpected && milliseconds <= MostMilliseconds && megabytes <= MostMegabytes;
        Measured.Tell(
            $"{(isWell ? "ok    " : "FAILED")} | {hostile.Name} | {outcome} | {code} | {time} ms | {memory} MB"
        );
        return new(milliseconds, megabytes, isWell);
    }

    /// <summary>The child: warms up, reads, and says what it cost.</summary>
    private static bool Read(string path)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var sample in SampleFolder.Exports)
                TakeIn(SampleFolder.Bytes("exports", sample), sample);
        }
        GC.Collect();
        var before = PeakMegabytes();
        var content = File.ReadAllBytes(path);
        var start = Stopwatch.GetTimestamp();
        var (outcome, code) = TakeIn(content, FileName);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{outcome}|{code}|{took:0}|{PeakMegabytes() - before}")
        );
        return true;
    }

    /// <summary>All that a take-in does in memory: reading, the journal entry's form, the receipt's.</summary>
    private static (string Outcome, string Code) TakeIn(byte[] content, string file)
    {
        var reading = SampleDesk.Read(content, file);
        var receipt = Receipt.Of(reading, effect: null, isDuplicate: false, default);
        _ = receipt.ToJson().Length + FaultsCsv.Of(receipt).Length + ReceiptPage.Of(receipt).Length;
        if (reading.IsKept)
            _ = JournalCodec.Write(JournalEntry.Of(reading)).Length;
        return ($"{reading.Outcome}", reading.Faults.Count > 0 ? reading.Faults[0].Code : "");
    }

    private static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024 * 1024);
    }
}
