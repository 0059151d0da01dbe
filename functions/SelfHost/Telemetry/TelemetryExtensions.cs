using System.Runtime.CompilerServices;
using CCHC.SelfHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CCHC.SelfHost.Telemetry;

/// <summary>
/// Traces, metrics and logs to any collector by OTLP, as the standard variables say (docs/observability.md). Without
/// OTEL_EXPORTER_OTLP_ENDPOINT nothing of OpenTelemetry is even loaded: a start may take 1.5 s (design.md §9).
/// </summary>
public static class TelemetryExtensions
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "cchc";

    /// <summary>The pipeline's name of its traces and metrics; this project doesn't know the pipeline.</summary>
    private const string Pipeline = "CCHC";

    /// <summary>For any process; one container of it only, because traces and metrics are the whole process's.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsWanted(configuration))
            return services;
        AddSignals(services, configuration);
        return services.AddTelemetryLogs(configuration);
    }

    /// <summary>The logs alone: for a second container of the same process.</summary>
    public static IServiceCollection AddTelemetryLogs(this IServiceCollection services, IConfiguration configuration)
    {
        if (IsWanted(configuration))
            AddLogs(services, configuration);
        return services;
    }

    /// <summary>Begins to export where no host does so; the container's end flushes.</summary>
    public static void StartTelemetry(this IServiceProvider services, IConfiguration configuration)
    {
        if (IsWanted(configuration))
            Start(services);
    }

    private static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start(IServiceProvider services)
    {
        _ = services.GetRequiredService<TracerProvider>();
        _ = services.GetRequiredService<MeterProvider>();
    }

    /// <summary>Not the spans of HTTP clients and servers: their paths hold names of files, which may name a person.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddSignals(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => Name(resource, configuration))
            .WithTracing(traces => traces.AddSource(Pipeline).AddSource(Invocations.SourceName).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Pipeline).AddOtlpExporter());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddLogs(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => Name(resource, configuration))
            .WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeFormattedMessage = true);

    private static void Name(ResourceBuilder resource, IConfiguration configuration)
    {
        var isNamed =
            !string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"])
            || configuration["OTEL_RESOURCE_ATTRIBUTES"]?.Contains("service.name=", StringComparison.Ordinal) is true;
        if (!isNamed)
            resource.AddService(ServiceName);
    }
}
