using CCHC.Pipeline.Review;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stage Review: once an hour, which closed quarters lack a review?</summary>
public sealed class ReviewFunctions(ReviewClosedPeriods review)
{
    [Function("ReviewClosedPeriod")]
    public Task ReviewClosedPeriod(
        [TimerTrigger("%ReviewClosedPeriodSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => review.ReviewAsync(cancellation);
}
