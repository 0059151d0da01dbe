using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>What pulling exports puts into the container of services.</summary>
internal static class PullServices
{
    public static IServiceCollection AddPull(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
