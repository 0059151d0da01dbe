using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.SelfHost;
using CCHC.SelfHost.Telemetry;
using CCHC.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>To any collector: traces, metrics and logs by OTLP where the standard variable names one, else nothing.</summary>
public sealed class ExportTests(Stores stores)
{
    private static readonly DateOnly Day = new(2022, 3, 14);

    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs()
    {
        await using var collector = await Collector.StartAsync();
        using (var host = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.ToString())))
        {
            await host
                .Services.GetRequiredService<Store>()
                .Container(StoredNames.Exports)
                .GetBlobClient($"{Desk.Unit}/{Desk.File(Day)}")
                .UploadAsync(BinaryData.FromBytes(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến"))));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await host.Services.GetRequiredService<HostActivity>().WaitUntilIdleAsync(patience.Token);
            await host.StopAsync();
        }

        collector.Types.ShouldBe(["application/x-protobuf"]);
        var traces = collector.Of("traces");
        foreach (
            var text in (string[])["cchc", "TakeInExport", "JoinLedger", "PublishFigures", "2022-Q1/29956", "faas.name"]
        )
            traces.ShouldContain(text);
        var metrics = collector.Of("metrics");
        foreach (var text in (string[])["cchc.exports", "{export}", "accepted", "cchc.rows", "cchc.take_in.duration"])
            metrics.ShouldContain(text);
        collector.Of("logs").ShouldContain("Export of 29956 is Accepted");
        foreach (var signal in (string[])["traces", "metrics", "logs"])
            collector.Of(signal).ShouldNotContain(Desk.File(Day), Case.Insensitive, "a file's name may name a person");
    }

    [Fact]
    public async Task Without_one_nothing_of_it_is_registered()
    {
        using var host = await StartAsync();

        host.Services.GetServices<IHostedService>()
            .Select(service => service.GetType().FullName)
            .ShouldNotContain(name => name!.Contains("OpenTelemetry"));
        await host.StopAsync();
    }

    private async Task<IHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var storage = stores.New();
        var builder = SelfHostBuilder.For(typeof(TakeInFunctions).Assembly).WithoutHttp();
        builder.Configuration["Data"] = builder.Configuration["AzureWebJobsStorage"] = storage;
        builder.Configuration["SelfHost:BlobPollInterval"] = "00:00:00.1";
        foreach (var (key, value) in settings.Append(("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
            builder.Configuration[key] = value;
        foreach (
            var timer in (string[])
                [
                    "SweepExports",
                    "ReviewClosedPeriod",
                    "DeleteOldExports",
                    "PullExports",
                    "RemindLateUnits",
                    "CheckBudgetPages",
                ]
        )
            builder.Configuration[$"{timer}Schedule"] = "0 0 0 1 1 *";
        builder.Services.AddPipeline(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
