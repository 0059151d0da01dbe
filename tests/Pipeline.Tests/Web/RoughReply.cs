using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace CCHC.Pipeline.Tests.Web;

/// <summary>An answer, or what a bad server does instead.</summary>
public sealed record RoughReply(Func<Socket, CancellationToken, Task> SendAsync)
{
    public static RoughReply Of(int status, byte[] body, params string[] headers) =>
        Raw([.. Head(status, body.Length, headers), .. body]);

    public static RoughReply Of(int status, string body = "", params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), headers);

    public static RoughReply Html(string body) => Of(200, body, "Content-Type: text/html; charset=utf-8");

    public static RoughReply Redirect(string to) => Of(302, "", $"Location: {to}", "Set-Cookie: a=b");

    public static RoughReply Raw(byte[] bytes) => new((socket, stop) => AllAsync(socket, bytes, stop));

    /// <summary>Accepts and says nothing.</summary>
    public static RoughReply SlowHeaders { get; } = new((_, stop) => Task.Delay(Timeout.Infinite, stop));

    public static RoughReply SlowBody { get; } =
        new(
            async (socket, stop) =>
            {
                await AllAsync(socket, [.. Head(200, 1000, []), (byte)'a'], stop);
                await Task.Delay(Timeout.Infinite, stop);
            }
        );

    /// <summary>Says there is more than comes.</summary>
    public static RoughReply Truncated { get; } = Raw([.. Head(200, 1000, []), .. "half"u8]);

    /// <summary>The connection is torn down in the midst.</summary>
    public static RoughReply Reset { get; } =
        new(
            async (socket, stop) =>
            {
                await AllAsync(socket, [.. Head(200, 1000, []), .. "half"u8], stop);
                socket.LingerState = new LingerOption(true, 0);
            }
        );

    /// <summary>A body without an end.</summary>
    public static RoughReply Endless { get; } =
        new(
            async (socket, stop) =>
            {
                await AllAsync(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
                while (true)
                    await AllAsync(socket, new byte[64 * 1024], stop);
            }
        );

    /// <summary>A few kilobytes that unpack to 64 MB.</summary>
    public static RoughReply Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            for (var megabyte = 0; megabyte < 64; megabyte++)
                gzip.Write(new byte[1024 * 1024]);
        return Of(200, packed.ToArray(), "Content-Encoding: gzip");
    }

    private static byte[] Head(int status, int length, string[] headers)
    {
        var lines = headers
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said"));
        var kept = status is 204 or 304
            ? lines.Where(line => !line.StartsWith("Content-Length", StringComparison.Ordinal))
            : lines;
        return Encoding.Latin1.GetBytes(string.Join("\r\n", kept.Append("Connection: close")) + "\r\n\r\n");
    }

    private static async Task AllAsync(Socket socket, byte[] bytes, CancellationToken stop)
    {
        for (var sent = 0; sent < bytes.Length; )
            sent += await socket.SendAsync(bytes.AsMemory(sent), stop);
    }
}
