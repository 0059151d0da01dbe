using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Web;

/// <summary>The named clients.</summary>
public static class WebClients
{
    /// <summary>Pages for people: at most 4 MB.</summary>
    public const string Pages = "pages";

    /// <summary>Exports of dossiers: at most 32 MB, as uploads.</summary>
    public const string Exports = "exports";
}

/// <summary>What asking other servers puts into the container of services.</summary>
internal static class WebServices
{
    private const int MegaByte = 1024 * 1024;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WebSettings>(configuration, "Web");
        services.TryAddSingleton(Chance.Real);
        services.AddSingleton<AskServer>().AddSingleton<Resilience>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<WebSettings>>().Value);
        services.AddSingleton(provider => new HostPace(
            provider.GetRequiredService<WebSettings>().PausePerHost,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddClient(WebClients.Pages, 4 * MegaByte, s => (s.PageTryTimeout, s.PageTimeout));
        services.AddClient(WebClients.Exports, 32 * MegaByte, s => (s.ExportTryTimeout, s.ExportTimeout));
        return services;
    }

    /// <summary>From the outside in: all tries, the host's pace, one try, the whole body, the guarded connection.</summary>
    private static void AddClient(
        this IServiceCollection services,
        string name,
        int mostBytes,
        Func<WebSettings, (TimeSpan Try, TimeSpan Total)> timeouts
    ) =>
        services
            .AddHttpClient(name)
            .ConfigureHttpClient((provider, client) => Introduce(client, provider.GetRequiredService<WebSettings>()))
            .ConfigurePrimaryHttpMessageHandler(provider => Primary(provider.GetRequiredService<WebSettings>()))
            .AddHttpMessageHandler(provider => new ResilienceHandler(
                provider
                    .GetRequiredService<Resilience>()
                    .Tries(timeouts(provider.GetRequiredService<WebSettings>()).Total)
            ))
            .AddHttpMessageHandler(provider => new PacingHandler(provider.GetRequiredService<HostPace>()))
            .AddHttpMessageHandler(provider => new ResilienceHandler(
                provider
                    .GetRequiredService<Resilience>()
                    .OneTry(timeouts(provider.GetRequiredService<WebSettings>()).Try)
            ))
            .AddHttpMessageHandler(_ => new WholeBodyHandler(mostBytes))
            // Addresses and headers may hold keys.
            .RemoveAllLoggers();

    private static void Introduce(HttpClient client, WebSettings settings)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestVersion = HttpVersion.Version11;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("vi"));
    }

    /// <summary>Without a proxy: it would be the proxy's address that is checked.</summary>
    private static SocketsHttpHandler Primary(WebSettings settings) =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = new GuardedConnection(settings.AllowPrivateAddresses).ConnectAsync,
        };
}
