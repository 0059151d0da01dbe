using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CCHC.Pipeline.Tests.Web;

/// <summary>What came over the line.</summary>
public sealed record RoughRequest(string Path, IReadOnlyDictionary<string, string> Headers, int Number);

/// <summary>A web server of our own on a free port: it can break every rule.</summary>
public sealed class RoughServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<RoughRequest> asked = new();
    private readonly Func<RoughRequest, RoughReply> answer;
    private readonly Task listening;

    public RoughServer(Func<RoughRequest, RoughReply> answer)
    {
        this.answer = answer;
        listener.Start();
        listening = ListenAsync();
    }

    public IReadOnlyList<RoughRequest> Asked => [.. asked];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        // Before it stops: whoever is between two connections may not listen any more then.
        await listening;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                if (await ReadAsync(socket) is not { } request)
                    return;
                asked.Enqueue(request);
                await answer(request).SendAsync(socket, stop.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Whoever asked went away.
        }
    }

    private async Task<RoughRequest?> ReadAsync(Socket socket)
    {
        var text = new StringBuilder();
        var piece = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(piece, stop.Token);
            if (read == 0)
                return null;
            // A handshake of TLS, which this server doesn't know.
            if (piece[0] == 0x16)
            {
                await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop.Token);
                return null;
            }
            text.Append(Encoding.Latin1.GetString(piece, 0, read));
        }
        var lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase);
        return new(lines[0].Split(' ')[1], headers, asked.Count + 1);
    }
}
