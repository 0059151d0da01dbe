using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Checklists;

/// <summary>What stage Checklists puts into the container of services.</summary>
internal static class ChecklistServices
{
    public static IServiceCollection AddChecklists(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new StaffSetting<CriterionList>(
            provider.GetRequiredService<Store>(),
            Paths.Criteria,
            CriterionCsv.Parse,
            Shipped.Read("criteria.csv"),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddSingleton<ChecklistTable>();
    }
}
