using CCHC.Pipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Tests.Web;

/// <summary>The pipeline's own client with short patience.</summary>
internal static class Asking
{
    public static ServiceProvider Services(
        Action<IServiceCollection>? change = null,
        params (string Key, string Value)[] settings
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Web:AllowPrivateAddresses"] = "true",
                    ["Web:PausePerHost"] = "00:00:00",
                    ["Web:RetryDelay"] = "00:00:00.01",
                    ["Web:PageTryTimeout"] = "00:00:02",
                    ["Web:PageTimeout"] = "00:00:30",
                }
            )
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value))
            .Build();
        var services = new ServiceCollection().AddLogging().AddPipeline(configuration);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static async Task<WebOutcome> AskAsync(Uri address, params (string Key, string Value)[] settings)
    {
        await using var services = Services(null, settings);
        return await services.AskAsync(WebQuestion.For(address));
    }

    public static Task<WebOutcome> AskAsync(this ServiceProvider services, WebQuestion question) =>
        services.GetRequiredService<AskServer>().AskAsync(WebClients.Pages, question, default);
}
