using System.Diagnostics;
using System.Text.Json;

namespace CCHC.Benchmarks.Memory;

/// <summary>
/// Peak memory over the base process while the largest files are taken in, storage and all; a process of its own for
/// each form, so that one doesn't measure what another left behind.
/// </summary>
internal static class MemoryBenchmark
{
    private const long Megabyte = 1024 * 1024;
    private const double Budget = 256;
    private static readonly string[] Forms = ["csv", "xlsx"];

    public static async Task<bool> RunAsync()
    {
        var peaks = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var form in Forms)
            peaks[form] = await PeakAsync(form);
        Measured.Print(
            new
            {
                name = "memory",
                peak_mb = peaks,
                budget = Budget,
            }
        );
        return peaks.Values.All(peak => peak <= Budget);
    }

    /// <summary>The measured process: prints one figure, the megabytes over its base.</summary>
    public static async Task<bool> RunOneAsync(string form)
    {
        var largest = form == "csv" ? LargestFiles.Csv() : LargestFiles.Xlsx();
        Measured.Tell($"{largest.File}: {(double)largest.Content.Length / Megabyte:0.0} MB, {largest.Rows} rows");
        var peak = await TakeInMemory.PeakAsync(largest);
        Measured.Print(Measured.Rounded((double)peak / Megabyte));
        return true;
    }

    private static async Task<double> PeakAsync(string form)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(MemoryBenchmark).Assembly.Location);
        start.ArgumentList.Add($"memory-{form}");
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<double>(said);
    }
}
