using System.Diagnostics;
using System.Globalization;
using CCHC.Pipeline.Storage;
using CCHC.SelfHost.Azurite;

namespace CCHC.Benchmarks.Serving;

/// <summary>The program's own <c>serve</c> as a process of its own on a folder of its own, and its Azurite.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(20);
    private readonly TempFolder folder;
    private readonly Process serve;
    private readonly AzuriteProcess azurite;

    private ServedStore(TempFolder folder, Process serve, AzuriteProcess azurite) =>
        (this.folder, this.serve, this.azurite, Store) = (folder, serve, azurite, Store.Open(azurite.ConnectionString));

    public Store Store { get; }

    public bool HasEnded => serve.HasExited;

    public double PeakMegabytes => Peak(serve);

    public double AzuritePeakMegabytes
    {
        get
        {
            using var node = Process.GetProcessById(AzuritePid());
            return Peak(node);
        }
    }

    public static async Task<ServedStore> StartAsync()
    {
        var place = new TempFolder();
        var program = Start(place.Path);
        try
        {
            await UntilServingAsync(program);
            // Its folder's lock is serve's: this one only learns where that one listens.
            var storage = await AzuriteProcess.StartAsync(AzuriteFolder(place), Measured.Tell);
            return new(place, program, storage);
        }
        catch
        {
            await EndAsync(program);
            place.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        await EndAsync(serve);
        await UntilFlushedAsync();
        folder.Dispose();
    }

    private static Process Start(string data)
    {
        // artifacts/bin/Benchmarks/release beside artifacts/bin/Cli/release
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Cli", own.Name, "cchc.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[program, "serve", "--data", data, "--urls", "http://127.0.0.1:0"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>It says so where it tells its progress: on standard error.</summary>
    private static async Task UntilServingAsync(Process program)
    {
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        program.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                serving.TrySetException(new InvalidOperationException("serve ended before it served."));
            else if (line.Data.Contains("/api/health", StringComparison.Ordinal))
                serving.TrySetResult();
        };
        program.BeginErrorReadLine();
        await serving.Task.WaitAsync(Patience);
    }

    private static async Task EndAsync(Process program)
    {
        program.Kill();
        await program.WaitForExitAsync();
        program.Dispose();
    }

    /// <summary>Azurite ends after its parent, and writes its folder until then; its pid goes last.</summary>
    private async Task UntilFlushedAsync()
    {
        var start = Stopwatch.GetTimestamp();
        while (File.Exists(PidFile) && Stopwatch.GetElapsedTime(start) < FlushPatience)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
    }

    private static string AzuriteFolder(TempFolder place) => Path.Combine(place.Path, "azurite");

    private string PidFile => Path.Combine(AzuriteFolder(folder), "azurite.pid");

    private int AzuritePid() => int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture);

    private static double Peak(Process process)
    {
        process.Refresh();
        return Math.Round(process.PeakWorkingSet64 / 1048576.0);
    }
}
