using System.Net;
using System.Text;
using System.Text.Json;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>The one connection that all requests of a schedule take to storage, and what they are answered.</summary>
internal sealed class Wire(StorageTime time)
{
    private static readonly HttpMessageInvoker Connections = new(new SocketsHttpHandler { UseProxy = false });

    public HttpResponseMessage Send(Arrival arrival)
    {
        using var copy = arrival.Copy();
        using var sent = Connections.Send(copy, default);
        return time.Answer(arrival, sent);
    }

    public static HttpResponseMessage Refusal(HttpStatusCode status, string code, bool isBlob)
    {
        var (text, type) = isBlob
            ? ($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>", "application/xml")
            : (
                $"{{\"odata.error\":{JsonSerializer.Serialize(new { code, message = new { lang = "en-US", value = code } })}}}",
                "application/json"
            );
        var answer = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, type) };
        answer.Headers.TryAddWithoutValidation("x-ms-error-code", code);
        answer.Headers.TryAddWithoutValidation("Retry-After", "0");
        return answer;
    }

    /// <summary>The first half, and no more.</summary>
    public static HttpResponseMessage Broken(HttpResponseMessage whole)
    {
        var bytes = whole.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        var broken = new StreamContent(new BreakingStream(bytes[..(bytes.Length / 2)]));
        foreach (var (name, values) in whole.Content.Headers)
            broken.Headers.TryAddWithoutValidation(name, values);
        whole.Content = broken;
        return whole;
    }

    private sealed class BreakingStream(byte[] half) : MemoryStream(half)
    {
        public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Checked(base.Read(buffer.Span)));

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => Task.FromResult(Checked(base.Read(buffer, offset, count)));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The body broke off.");

        private static int Checked(int read) => read > 0 ? read : throw new IOException("The body broke off.");
    }
}
