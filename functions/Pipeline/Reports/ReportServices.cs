using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Reports;

/// <summary>What stage Reports puts into the container of services.</summary>
internal static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<ReportSettings>(configuration, "Reports")
            .AddSingleton<ReadQuarterResults>()
            .AddSingleton<WriteReports>();
}
