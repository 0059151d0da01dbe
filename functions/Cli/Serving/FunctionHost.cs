using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Pipeline;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost;
using CCHC.SelfHost.Telemetry;
using CCHC.Triggers;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.Cli.Serving;

/// <summary>The function app in this process, on an opened store.</summary>
internal static class FunctionHost
{
    /// <summary>UTC, as on Azure; the environment may say otherwise.</summary>
    private static readonly KeyValuePair<string, string?>[] Schedules =
    [
        new("SweepExportsSchedule", "0 */15 * * * *"),
        new("ReviewClosedPeriodSchedule", "0 0 * * * *"),
        new("DeleteOldExportsSchedule", "0 0 19 * * *"),
        new("PullExportsSchedule", "0 0 11 * * *"),
        new("RemindLateUnitsSchedule", "0 0 2 * * *"),
        new("CheckBudgetPagesSchedule", "0 0 20 * * 0"),
    ];

    /// <summary>Everything, over HTTP too.</summary>
    public static IHost Whole(OpenedStore store, TimeProvider time, Screen screen, string[]? urls)
    {
        var builder = Set(SelfHostBuilder.For(typeof(TakeInFunctions).Assembly), store, time, screen);
        return (urls is null ? builder : builder.ListenOn(urls)).Build();
    }

    /// <summary>Only what works off queues.</summary>
    public static IHost Queues(OpenedStore store, TimeProvider time, Screen screen) =>
        Set(SelfHostBuilder.For(typeof(NoticeFunctions), typeof(PoisonFunctions)), store, time, screen)
            .WithoutHttp()
            .Build();

    private static SelfHostBuilder Set(SelfHostBuilder builder, OpenedStore store, TimeProvider time, Screen screen)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Schedules });
        builder.Configuration.AddSurroundings();
        builder.Configuration["Data"] = store.Connection;
        builder.Configuration["AzureWebJobsStorage"] = store.Connection;
        ScreenLog.AddTo(builder.Logging, screen, store.Place.IsVerbose);
        builder.Services.AddSingleton(time);
        builder.Services.AddPipeline(builder.Configuration);
        // The app knows nothing of its host: what the host knows of its listeners becomes a reading of its health.
        builder.Services.AddSingleton(host => new HealthReading(() => host.GetRequiredService<ListenerWatch>().Silent));
        // The opened store's container exports traces and metrics of this process; twice would be too often.
        builder.Services.AddTelemetryLogs(builder.Configuration);
        return builder;
    }
}
