using CCHC.Pipeline.Checklists.BudgetPages;
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
        services.AddStaffSetting(Paths.Criteria, CriterionCsv.Parse, Shipped.Read("criteria.csv"));
        services
            .AddSingleton<ChecklistTable>()
            .AddSingleton<KeptLines>()
            .AddSingleton<ChecklistFiles>()
            .AddSingleton<ChecklistReceipts>();
        return services
            .AddSingleton<TakeInChecklist>()
            .AddSingleton<SweepChecklists>()
            .AddSingleton<CheckBudgetPages>()
            .AddSingleton<MarkPoisonedChecklist>();
    }
}
