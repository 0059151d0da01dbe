using System.Diagnostics;
using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>A process that starts Azurite, writes, says so, and waits to be killed.</summary>
internal sealed class AzuriteOwner : IDisposable
{
    public const string Argument = "own-azurite";
    private readonly Process _process;

    private AzuriteOwner(Process process) => _process = process;

    public static async Task<AzuriteOwner> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        string[] command = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [typeof(AzuriteOwner).Assembly.Location, Argument, folder]
            : [Argument, folder];
        foreach (var argument in command)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("written");
        return new(process);
    }

    /// <summary>In the other process.</summary>
    public static async Task RunAsync(string folder)
    {
        await using var azurite = await AzuriteProcess.StartAsync(folder);
        await Kept.WriteAsync(azurite.ConnectionString);
        Console.WriteLine("written");
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
