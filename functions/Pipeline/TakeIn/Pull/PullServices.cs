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
        services.AddSingleton(provider => new StaffSetting<PullSources>(
            provider.GetRequiredService<Store>(),
            Paths.Sources,
            PullSources.Parse,
            PullSources.Shipped,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<PullStates>().AddSingleton<PulledExports>().AddSingleton<PullDay>();
        return services.AddSingleton<PullExports>().AddSingleton<CheckDueBudgetPages>();
    }
}
