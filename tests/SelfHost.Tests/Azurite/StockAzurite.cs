using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>Azurite as anybody starts it, with its own account and its own way to keep its data.</summary>
internal sealed partial class StockAzurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly Process _node;

    private StockAzurite(Process node, Dictionary<string, string> ports)
    {
        _node = node;
        ConnectionString = string.Join(
            ';',
            [
                $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key}",
                .. ports.Select(port => $"{port.Key}Endpoint=http://127.0.0.1:{port.Value}/{Account}"),
            ]
        );
    }

    public string ConnectionString { get; }

    public static async Task<StockAzurite> StartAsync(string folder)
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(top.FullName, "package-lock.json")))
            top = top.Parent.ShouldNotBeNull();
        var script = Path.Combine(top.FullName, "node_modules", "azurite", "dist", "src", "azurite.js");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] options = ["--location", folder, "--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        string[] ports = ["--blobPort", "0", "--queuePort", "0", "--tablePort", "0"];
        foreach (var argument in (string[])[script, .. options, .. ports])
            start.ArgumentList.Add(argument);
        var node = Process.Start(start)!;
        var found = new Dictionary<string, string>();
        while (found.Count < 3)
        {
            var line = (await node.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
            if (Listening().Match(line) is { Success: true } match)
                found[match.Groups["what"].Value] = match.Groups["port"].Value;
        }
        return new(node, found);
    }

    /// <summary>As by Ctrl+C: it writes what it holds and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_node.Id}"]);
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    [GeneratedRegex(@"(?<what>Blob|Queue|Table) service is successfully listening at \S+:(?<port>\d+)$")]
    private static partial Regex Listening();
}
