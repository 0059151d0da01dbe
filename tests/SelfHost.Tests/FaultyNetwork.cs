using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Tests;

/// <summary>Stands between the host and a real Azurite, and answers some requests itself.</summary>
internal sealed class FaultyNetwork : IAsyncDisposable
{
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
    };
    private readonly WebApplication _proxy;
    private readonly HttpClient _client = new();
    private readonly Dictionary<int, Uri> _behind = [];

    private FaultyNetwork(WebApplication proxy) => _proxy = proxy;

    /// <summary>Storage as seen from the near side.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>Answers a request in storage's place; false lets it through.</summary>
    public Func<HttpContext, Task<bool>> Answers { get; set; } = _ => Task.FromResult(false);

    public static async Task<FaultyNetwork> BeforeAsync(string storage)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var proxy = builder.Build();
        for (var service = 0; service < 3; service++)
            proxy.Urls.Add("http://127.0.0.1:0");
        var network = new FaultyNetwork(proxy);
        proxy.Run(network.AnswerAsync);
        await proxy.StartAsync();
        network.Connection = storage;
        foreach (
            var (near, far) in proxy.Urls.Zip(
                storage.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
            )
        )
        {
            var address = new Uri(far[(far.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            network._behind[new Uri(near).Port] = address;
            network.Connection = network.Connection.Replace(
                $":{address.Port}/",
                $":{new Uri(near).Port}/",
                StringComparison.Ordinal
            );
        }
        return network;
    }

    /// <summary>Answers listings of one container, and no other request.</summary>
    public void AnswerListings(string container, Func<HttpContext, Task> answer) =>
        Answers = async context =>
        {
            if (!context.Request.Path.Value!.EndsWith($"/{container}", StringComparison.Ordinal))
                return false;
            if (context.Request.Query["comp"] != "list")
                return false;
            await answer(context);
            return true;
        };

    /// <summary>Answers polls of one queue, and no other request.</summary>
    public void AnswerPolls(string queue, Func<HttpContext, Task> answer) =>
        Answers = async context =>
        {
            if (!HttpMethods.IsGet(context.Request.Method))
                return false;
            if (!context.Request.Path.Value!.EndsWith($"/{queue}/messages", StringComparison.Ordinal))
                return false;
            await answer(context);
            return true;
        };

    public void LetThrough() => Answers = _ => Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        LetThrough();
        await _proxy.StopAsync();
        await _proxy.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await Answers(context))
            return;
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        using var request = new HttpRequestMessage(
            new(context.Request.Method),
            new Uri($"http://127.0.0.1:{_behind[context.Connection.LocalPort].Port}{raw}")
        );
        if (context.Request.ContentLength is not null)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!NotForwarded.Contains(name) && !request.Headers.TryAddWithoutValidation(name, value.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, value.ToArray());
        }
        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!NotForwarded.Contains(name))
                context.Response.Headers[name] = value.ToArray();
        }
        if (!HttpMethods.IsHead(context.Request.Method) && answer.StatusCode is not System.Net.HttpStatusCode.NoContent)
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
