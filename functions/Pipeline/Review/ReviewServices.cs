using CCHC.Pipeline.Review.FollowUps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Review;

/// <summary>What stage Review puts into the container of services.</summary>
internal static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<ReviewSettings>()
            .Bind(configuration.GetSection("Review"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<FollowUpTable>()
            .AddSingleton<ReviewTable>()
            .AddSingleton<FrozenFields>()
            .AddSingleton<ExamineUnit>()
            .AddSingleton<FreezeUnit>()
            .AddSingleton<ReviewQuarter>()
            .AddSingleton<ReviewClosedPeriods>();
    }
}
