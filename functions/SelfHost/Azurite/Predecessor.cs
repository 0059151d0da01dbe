using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CCHC.SelfHost.Azurite;

/// <summary>
/// The Azurite of an owner that was killed: it is writing its state and will be gone in a moment. Opening the folder
/// before that would lose one of the two's data.
/// </summary>
internal static class Predecessor
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task WaitUntilGoneAsync(string location, CancellationToken cancellation)
    {
        var pidFile = Path.Combine(location, AzuriteLauncher.PidFile);
        var waited = Stopwatch.StartNew();
        while (File.Exists(pidFile))
        {
            using var process = Find(pidFile);
            if (process is null)
                File.Delete(pidFile);
            else if (waited.Elapsed > Patience)
                End(process, pidFile);
            await Task.Delay(Pause, cancellation);
        }
    }

    private static void End(Process process, string pidFile)
    {
        process.Kill();
        File.Delete(pidFile); // Killed, it can't; and without an init process its number would stay forever.
    }

    /// <summary>Null when it is gone without having cleared up, even if its number is another process's now.</summary>
    private static Process? Find(string pidFile)
    {
        try
        {
            var writtenAt = File.GetLastWriteTimeUtc(pidFile);
            if (!int.TryParse(File.ReadAllText(pidFile), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
                return null;
            var process = Process.GetProcessById(pid);
            // It wrote the file, so it began before; who has the number now began after. The second is for clocks.
            return !process.HasExited && process.StartTime.ToUniversalTime() <= writtenAt.AddSeconds(1)
                ? process
                : null;
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or IOException or Win32Exception)
        {
            return null;
        }
    }
}
