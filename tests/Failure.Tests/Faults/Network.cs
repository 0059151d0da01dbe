using System.Net;
using System.Text;

namespace CCHC.Failure.Tests.Faults;

/// <summary>The connections of all processes of all trials, which outlive them; only what lies over them fails.</summary>
internal static class Network
{
    private static readonly HttpMessageInvoker Connections = new(new SocketsHttpHandler());

    public static HttpMessageHandler Calm { get; } = new CalmTransport();

    public static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        Connections.SendAsync(request, cancellation);

    /// <summary>What a proxy says to whoever isn't signed in.</summary>
    public static HttpResponseMessage SignInPage() =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                "<!DOCTYPE html><html><head><title>Đăng nhập</title></head><body><form>Đăng nhập mạng</form></body></html>",
                Encoding.UTF8,
                "text/html"
            ),
        };

    private sealed class CalmTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Network.SendAsync(request, cancellationToken);
    }
}
