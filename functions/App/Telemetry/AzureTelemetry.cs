using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace CCHC.Functions.Telemetry;

/// <summary>Traces, metrics and logs to Application Insights. SelfHost has an extension of the same name.</summary>
public static class AzureTelemetry
{
    /// <summary>The pipeline's activity source and its meter.</summary>
    private const string Pipeline = "CCHC";

    /// <summary>
    /// Nothing is added where there is nowhere to send it, as with <c>func start</c> on a laptop: worker defaults would
    /// take the worker's log off the console (azure-functions-dotnet-worker#3487).
    /// </summary>
    /// <exception cref="FormatException">The setting that says how to sign in says something else.</exception>
    public static FunctionsApplicationBuilder AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } destination)
            return builder;
        var isSampled = configuration["OTEL_TRACES_SAMPLER"] is { Length: > 0 };
        var signIn = TelemetrySignIn.From(configuration[TelemetrySignIn.Setting]);
        builder
            .Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Pipeline))
            .WithMetrics(metrics => metrics.AddMeter(Pipeline))
            .UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = destination;
                exporter.Credential = signIn?.ToCredential();
                if (!isSampled)
                    KeepAllTraces(exporter);
            });
        LeaveOutNoise(builder.Logging);
        return builder;
    }

    /// <summary>
    /// The exporter's own default, five traces a second, would lose uploads of a busy morning. A deployment that wants to
    /// pay less sets OTEL_TRACES_SAMPLER.
    /// </summary>
    private static void KeepAllTraces(AzureMonitorExporterOptions exporter)
    {
        exporter.SamplingRatio = 1;
        exporter.TracesPerSecond = null;
    }

    /// <summary>As host.json has it for the host's own log, which is all that its filters reach.</summary>
    private static void LeaveOutNoise(ILoggingBuilder logging)
    {
        foreach (var category in (string[])["Microsoft", "Azure", "System", "Polly"])
            logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
    }
}
