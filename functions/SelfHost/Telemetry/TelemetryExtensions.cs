using Microsoft.Azure.Functions.Worker.Builder;

namespace CCHC.Functions.Telemetry;

/// <summary>What App's Program.cs calls in either flavour; the azure flavour has its own, which sends to Azure Monitor.</summary>
public static class TelemetryExtensions
{
    public static FunctionsApplicationBuilder AddTelemetry(this FunctionsApplicationBuilder builder) => builder;
}
