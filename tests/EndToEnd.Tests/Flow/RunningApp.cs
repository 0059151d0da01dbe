using Azure.Core.Pipeline;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.SelfHost;
using CCHC.SelfHost.Azurite;
using CCHC.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>The whole function app in this process, on an Azurite of its own, with a clock that the test moves.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly IHost host;

    private RunningApp(AzuriteProcess azurite, IHost host, FakeTimeProvider clock) =>
        (this.azurite, this.host, Clock) = (azurite, host, clock);

    public FakeTimeProvider Clock { get; }

    public string Connection => azurite.ConnectionString;

    public Store Store => host.Services.GetRequiredService<Store>();

    public IServiceProvider Services => host.Services;

    public Uri Address => new(host.Addresses().Single());

    public static Task<RunningApp> StartAsync(DateTimeOffset now, params (string Key, string Value)[] settings) =>
        StartAsync(now, log: null, settings);

    /// <summary>With a log that keeps everything.</summary>
    public static Task<RunningApp> StartAsync(
        DateTimeOffset now,
        ILoggerProvider? log,
        params (string Key, string Value)[] settings
    ) => StartAsync(now, log, handler: null, settings);

    /// <summary>With a pipeline, but not a host, whose requests go through a handler.</summary>
    public static async Task<RunningApp> StartAsync(
        DateTimeOffset now,
        ILoggerProvider? log,
        HttpMessageHandler? handler,
        params (string Key, string Value)[] settings
    )
    {
        var storage = await AzuriteProcess.StartAsync(null);
        var clock = new FakeTimeProvider(now);
        var builder = SelfHostBuilder.For(typeof(TakeInFunctions).Assembly).ListenOn("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Data"] = storage.ConnectionString,
                ["AzureWebJobsStorage"] = storage.ConnectionString,
                ["SweepExportsSchedule"] = "0 */15 * * * *",
                ["ReviewClosedPeriodSchedule"] = "0 0 * * * *",
                ["DeleteOldExportsSchedule"] = "0 0 19 * * *",
                ["PullExportsSchedule"] = "0 0 11 * * *",
                ["RemindLateUnitsSchedule"] = "0 0 2 * * *",
                ["CheckBudgetPagesSchedule"] = "0 0 20 * * 0",
                ["SelfHost:BlobPollInterval"] = "00:00:00.1",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, string? (s) => s.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);
        if (handler is not null)
            builder.Services.AddSingleton(
                Store.Open(storage.ConnectionString, transport: new HttpClientTransport(new HttpClient(handler)))
            );
        builder.Services.AddPipeline(builder.Configuration);
        if (log is not null)
            builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var app = builder.Build();
        await app.StartAsync();
        return new RunningApp(storage, app, clock);
    }

    /// <summary>Puts an upload as the outside would: no call into the pipeline.</summary>
    public async Task PutAsync(string path, byte[] content, long? uploadedAt)
    {
        var metadata = uploadedAt is { } ticks
            ? new Dictionary<string, string>
            {
                ["uploadedat"] = ticks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
            : null;
        var options = new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = metadata };
        await Store
            .Container(StoredNames.Exports)
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromBytes(content), options);
    }

    public Task QuietAsync() =>
        Services
            .GetRequiredService<HostActivity>()
            .WaitUntilIdleAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);

    public async Task<bool> ExistsAsync(string container, string blob) =>
        await Store.Container(container).GetBlobClient(blob).ExistsAsync();

    public async Task<string> TextAsync(string container, string blob) =>
        (await Store.Container(container).GetBlobClient(blob).DownloadContentAsync()).Value.Content.ToString();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await azurite.DisposeAsync();
    }
}
