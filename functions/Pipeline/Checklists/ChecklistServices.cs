using CCHC.Pipeline.Checklists.BudgetPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Checklists;

/// <summary>What stage Checklists puts into the container of services.</summary>
internal static class ChecklistServices
{
    public static IServiceCollection AddChecklists(this IServiceCollection services, IConfiguration configuration)
    {
        return services.AddSingleton<ChecklistTable>().AddSingleton<CheckBudgetPages>();
    }
}
