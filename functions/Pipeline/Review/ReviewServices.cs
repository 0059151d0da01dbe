using CCHC.Pipeline.Review.Corrections;
using CCHC.Pipeline.Review.Explaining;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Pipeline.Review;

/// <summary>What stage Review puts into the container of services.</summary>
internal static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration)
    {
        return services
            .AddSettings<ReviewSettings>(configuration, "Review")
            .AddSingleton<FollowUpTable>()
            .AddSingleton<FollowUpReview>()
            .AddSingleton<RecordReply>()
            .AddSingleton<ReviewTable>()
            .AddSingleton<FrozenFields>()
            .AddSingleton<ReviewBases>()
            .AddSingleton<ExamineUnit>()
            .AddSingleton<FreezeUnit>()
            .AddSingleton<QueueNotices>()
            .AddSingleton<ReviewOrder>()
            .AddSingleton<WaitingUnits>()
            .AddSingleton<WaitingReports>()
            .AddSingleton<UploadFiles>()
            .AddSingleton<RestingLedger>()
            .AddSingleton<ExplainFigure>()
            .AddSingleton<ExplainCriterion>()
            .AddSingleton<ReviewQuarter>()
            .AddSingleton<FindCorrections>()
            .AddSingleton<AskForMended>()
            .AddSingleton<ReviewClosedPeriods>();
    }
}
