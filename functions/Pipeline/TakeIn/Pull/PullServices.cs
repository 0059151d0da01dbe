using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>What pulling exports puts into the container of services.</summary>
internal static class PullServices
{
    public static IServiceCollection AddPull(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration);
        services.AddStaffSetting(Paths.Sources, PullSources.Parse, PullSources.Shipped);
        services.AddSingleton<PullStates>().AddSingleton<PulledExports>().AddSingleton<PullDay>();
        services.AddSingleton<PulledReceipts>().AddSingleton<SourceRound>().AddSingleton<PullGaps>();
        return services.AddSingleton<PullExports>().AddSingleton<CheckDueBudgetPages>();
    }
}
