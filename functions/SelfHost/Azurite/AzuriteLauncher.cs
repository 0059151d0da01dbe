using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CCHC.SelfHost.Azurite;

/// <summary>
/// The command that runs Azurite inside a few lines of our own, which tie it to us by its standard input: when that
/// pipe closes (we ask it to stop, or were killed) Azurite flushes and ends, on every platform and whatever happened
/// to us. Signals of the terminal are ignored: at Ctrl+C our own functions still need storage while they finish.
/// </summary>
internal static class AzuriteLauncher
{
    /// <summary>Azurite writes here while it lives, so that a successor knows whom to wait for.</summary>
    public const string PidFile = "azurite.pid";

    private static readonly string Wrapper = Script("store-changes.cjs") + Script("launch.cjs");

    /// <summary>Azurite's own setting for accounts and their keys.</summary>
    private const string Accounts = "AZURITE_ACCOUNTS";

    /// <summary>Starts it.</summary>
    /// <param name="azurite">Its script.</param>
    /// <param name="location">Where it keeps its data; null = in memory.</param>
    /// <param name="wanted">Its account, and its ports; 0 = the system's choice.</param>
    public static Process Start(string azurite, string? location, AzuriteAddresses wanted)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] ports =
        [
            .. Port("--blobPort", wanted.Blob),
            .. Port("--queuePort", wanted.Queue),
            .. Port("--tablePort", wanted.Table),
        ];
        string[] where = location is null ? ["--inMemoryPersistence"] : ["--location", location];
        // --silent: requests would be logged with blob names.
        string[] quiet = ["--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        foreach (var argument in (string[])["-e", Wrapper, azurite, .. ports, .. where, .. quiet])
            start.ArgumentList.Add(argument);
        var others = Environment.GetEnvironmentVariable(Accounts);
        start.Environment[Accounts] = $"{wanted.Account.Name}:{wanted.Account.Key};{others}".TrimEnd(';');
        if (location is not null)
            start.Environment["CCHC_AZURITE_PID"] = Path.Combine(location, PidFile);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteException(
                "Node.js was not found. Azurite, the local storage, needs it: install Node.js 20 or later, or give --storage with the connection string of a storage account.",
                missing
            );
        }
    }

    private static string Script(string name)
    {
        using var script = typeof(AzuriteLauncher).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd();
    }

    private static string[] Port(string option, int port) => [option, port.ToString(CultureInfo.InvariantCulture)];
}
