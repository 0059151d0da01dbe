using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Failure.Tests.Stores;

/// <summary>
/// One Azurite in memory with many accounts, so that every trial has an empty store at once. Each store that lies in it makes
/// the next ones' requests dearer: it finds among all accounts' rows.
/// </summary>
internal sealed partial class AzuriteOfMany : IAsyncDisposable
{
    private const int Accounts = 200;

    /// <summary>Any base64 will do as a key; a short one lets many accounts into one environment variable.</summary>
    private const string Key = "Y2NoYw==";

    /// <summary>
    /// It ends with us, also when we are killed: the pipe closes then. It never collects what blobs leave behind: in
    /// memory that takes a rebuilding of all indexes for each, which is minutes after an hour of trials.
    /// </summary>
    private const string Wrapper = """
        process.stdin.on('error', () => {}).on('close', () => process.exit()).resume();
        for (const service of ['blob', 'queue'])
          require(require('path').join(process.argv[1], '..', service, 'utils', 'constants.js')).DEFAULT_GC_INTERVAL_MS = 2 ** 31 - 1;
        require(process.argv[1]);
        """;
    private static int started;

    /// <summary>No two stores of a run share a name: mails are told apart by it.</summary>
    private readonly int first;
    private readonly Process node;
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource isUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int given;

    private AzuriteOfMany(Process node, int first)
    {
        (this.node, this.first) = (node, first);
        node.OutputDataReceived += (_, line) => Hear(line.Data ?? "");
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
    }

    public static async Task<AzuriteOfMany> StartAsync()
    {
        var begin = Interlocked.Add(ref started, Accounts) - Accounts;
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It closes no connection that was idle while a busy machine let us wait: that would fail a request.
        string[] ours =
        [
            "--inMemoryPersistence",
            .. new[] { "blob", "queue", "table" }.SelectMany(what =>
                (string[])[$"--{what}Port", "0", $"--{what}KeepAliveTimeout", "600"]
            ),
        ];
        foreach (
            var argument in (string[])
                ["-e", Wrapper, Script(), .. ours, "--silent", "--disableTelemetry", "--skipApiVersionCheck"]
        )
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(
            ';',
            Enumerable.Range(begin, Accounts).Select(number => $"{Name(number)}:{Key}")
        );
        var azurite = new AzuriteOfMany(Process.Start(start)!, begin);
        await azurite.isUp.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return azurite;
    }

    /// <summary>The connection string of an account that nobody used yet; null when all are used up.</summary>
    public string? Next()
    {
        var number = Interlocked.Increment(ref given) - 1;
        return number >= Accounts
            ? null
            : $"DefaultEndpointsProtocol=http;AccountName={Name(first + number)};AccountKey={Key};"
                + $"BlobEndpoint={At("Blob")};QueueEndpoint={At("Queue")};TableEndpoint={At("Table")};";

        string At(string what) =>
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[what]}/{Name(first + number)}");
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private void Hear(string line)
    {
        if (Listening().Match(line) is not { Success: true } match)
            return;
        ports[match.Groups["what"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        if (ports.Count == 3)
            isUp.TrySetResult();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:00000}");

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(script))
                return script;
        }
        throw new InvalidOperationException("Azurite is not installed: run `npm ci --ignore-scripts`.");
    }

    [GeneratedRegex(
        @"Azurite (?<what>\w+) service is successfully listening at \S+:(?<port>\d+)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Listening();
}
