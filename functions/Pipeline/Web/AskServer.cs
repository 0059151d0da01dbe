using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;

namespace CCHC.Pipeline.Web;

/// <summary>Asks other people's servers: the only way out of this program by HTTP, besides the storage account.</summary>
public sealed class AskServer(IHttpClientFactory clients)
{
    private const int MostRedirects = 5;

    /// <summary>Asks and follows redirects. Faults of the server or the way are outcomes, not exceptions.</summary>
    /// <param name="client">One of <see cref="WebClients"/>.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<WebOutcome> AskAsync(string client, WebQuestion question, CancellationToken cancellation)
    {
        var address = question.Address;
        for (var redirects = 0; ; redirects++)
        {
            if (!AddressRules.MayBeAsked(address))
                return WebOutcome.Of(WebFault.Address);
            try
            {
                using var request = Request(question, address);
                using var http = clients.CreateClient(client);
                using var response = await http.SendAsync(request, cancellation);
                if (Target(response, address) is not { } target)
                    return WebOutcome.Of(await AnswerAsync(response, address, cancellation));
                if (redirects == MostRedirects)
                    return WebOutcome.Of(WebFault.TooManyRedirects);
                address = target;
            }
            catch (Exception thrown) when (FaultOf(thrown) is not null && !cancellation.IsCancellationRequested)
            {
                return WebOutcome.Of(FaultOf(thrown)!.Value);
            }
        }
    }

    private static HttpRequestMessage Request(WebQuestion question, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (AddressRules.IsSameOrigin(address, question.Address))
        {
            foreach (var (name, value) in question.Headers)
                request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    private static Uri? Target(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var target)
            ? target
            : null;

    private static async Task<WebAnswer> AnswerAsync(
        HttpResponseMessage response,
        Uri address,
        CancellationToken cancellation
    )
    {
        var type = response.Content.Headers.ContentType;
        return new(
            (int)response.StatusCode,
            address,
            await response.Content.ReadAsByteArrayAsync(cancellation),
            type?.MediaType?.ToLowerInvariant() ?? "",
            type?.CharSet?.Trim('"', '\'', ' ') ?? "",
            Only(response.Headers, "ETag"),
            Only(response.Content.Headers, "Last-Modified")
        );
    }

    /// <summary>As sent, whether or not it is well formed.</summary>
    private static string Only(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString() : "";

    private static WebFault? FaultOf(Exception thrown) =>
        WebFaultException.In(thrown) is { } found ? found.Fault
        : thrown is TimeoutRejectedException ? WebFault.TimedOut
        : thrown is not HttpRequestException ? null
        : IsTls((HttpRequestException)thrown) ? WebFault.Tls
        : IsUnknownHost(thrown.InnerException) ? WebFault.UnknownHost
        : WebFault.Broken;

    private static bool IsTls(HttpRequestException thrown) =>
        thrown.HttpRequestError is HttpRequestError.SecureConnectionError
        || thrown.InnerException is AuthenticationException;

    private static bool IsUnknownHost(Exception? inner) =>
        inner
            is SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            };
}
