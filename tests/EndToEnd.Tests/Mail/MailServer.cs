using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MimeKit;

namespace CCHC.EndToEnd.Tests.Mail;

/// <summary>A real SMTP server, a process of its own, that does to our mails what servers do.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process node;
    private readonly ConcurrentQueue<Event> events = new();
    private readonly TaskCompletionSource<int> listening = new();

    private MailServer(Process node) => this.node = node;

    public int Port { get; private set; }

    /// <summary>Messages that the server has taken, those whose answer it lost included, in their order.</summary>
    public IReadOnlyList<Event> Messages => [.. events.Where(each => each.Kind is "taken" or "lost")];

    public IReadOnlyList<Event> Cuts => [.. events.Where(each => each.Kind is "cut")];

    public static async Task<MailServer> StartAsync(object options)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Mail", "smtp-server.js");
        var start = new ProcessStartInfo("node", [script, Package, JsonSerializer.Serialize(options, Json)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var server = new MailServer(Process.Start(start)!);
        server.node.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.node.BeginOutputReadLine();
        server.Port = await server.listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return server;
    }

    /// <summary>What the server told right before a client's end may still be on its way.</summary>
    public async Task<IReadOnlyList<Event>> MessagesAsync(int atLeast)
    {
        for (var tries = 0; Messages.Count < atLeast && tries < 200; tries++)
            await Task.Delay(10);
        return Messages;
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var kind = root.GetProperty("event").GetString()!;
        if (kind == "listening")
            listening.SetResult(root.GetProperty("port").GetInt32());
        else if (kind == "cut")
            events.Enqueue(new(kind, root.GetProperty("stage").GetString()!, [], false, []));
        else
            events.Enqueue(
                new(
                    kind,
                    "",
                    [.. root.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                    root.GetProperty("secure").GetBoolean(),
                    root.GetProperty("raw").GetBytesFromBase64()
                )
            );
    }

    private static string Package
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var package = Path.Combine(folder.FullName, "node_modules", "smtp-server");
                if (Directory.Exists(package))
                    return package;
            }
            throw new InvalidOperationException("smtp-server is not installed: run `npm ci --ignore-scripts`.");
        }
    }

    /// <summary>Something the server told.</summary>
    internal sealed record Event(string Kind, string Stage, IReadOnlyList<string> To, bool IsSecure, byte[] Raw)
    {
        public MimeMessage Message => MimeMessage.Load(new MemoryStream(Raw));
    }
}
