using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
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

    /// <summary>As <see cref="Store.Open(string, HttpPipelinePolicy?, HttpPipelineTransport?)"/>, but the SDK doesn't wait before it tries again.</summary>
    public static Store Open(string connection, HttpMessageHandler transport)
    {
        var through = new HttpClientTransport(new HttpClient(transport, disposeHandler: false));
        return new(
            new BlobServiceClient(connection, Prepared(new BlobClientOptions())),
            new TableServiceClient(connection, Prepared(new TableClientOptions())),
            new QueueServiceClient(
                connection,
                Prepared(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
            )
        );

        T Prepared<T>(T options)
            where T : ClientOptions
        {
            options.Transport = through;
            options.Retry.Mode = RetryMode.Fixed;
            options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.Zero;
            options.Diagnostics.IsLoggingEnabled = false;
            return options;
        }
    }
}
