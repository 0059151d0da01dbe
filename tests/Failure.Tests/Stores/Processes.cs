using Azure.Core;
using Azure.Core.Pipeline;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Failure.Tests.Stores;

/// <summary>The pipeline's services, as a process has them on a store.</summary>
internal static class Processes
{
    public static ServiceProvider Start(
        string connection,
        HttpMessageHandler transport,
        TimeProvider clock,
        IEnumerable<(string Key, string Value)> settings
    ) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton(Open(connection, transport))
            .AddPipeline(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.ToDictionary(each => each.Key, string? (each) => each.Value))
                    .Build()
            )
            .BuildServiceProvider();

    /// <summary>As in production, but the SDK doesn't wait before it tries again.</summary>
    public static Store Open(string connection, HttpMessageHandler transport) =>
        Store.Open(
            connection,
            transport: new HttpClientTransport(new HttpClient(transport, disposeHandler: false)),
            retry: options =>
                (options.Mode, options.Delay, options.MaxDelay) = (RetryMode.Fixed, TimeSpan.Zero, TimeSpan.Zero)
        );
}
