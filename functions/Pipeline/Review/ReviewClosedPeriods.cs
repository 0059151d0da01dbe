using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Review;

/// <summary>The hourly tick: which closed quarters of the configured scheme lack a finished review?</summary>
public sealed class ReviewClosedPeriods(
    ReviewQuarter review,
    ReviewTable table,
    StoreBirth birth,
    PeriodScheme scheme,
    IOptions<ReviewSettings> settings,
    TimeProvider time
)
{
    /// <summary>Reviews each of them; returns their names.</summary>
    public async Task<IReadOnlyList<string>> ReviewAsync(CancellationToken cancellation)
    {
        var reviewed = new List<string>();
        for (var quarter = await FirstAsync(cancellation); ; quarter = quarter with { Ordinal = quarter.Ordinal + 1 })
        {
            if (time.Today() < quarter.To(scheme).AddDays(settings.Value.DaysAfterClose))
                return reviewed;
            if (await table.IsDoneAsync(quarter.Name, cancellation))
                continue;
            await review.ReviewAsync(quarter.In(scheme), cancellation);
            reviewed.Add(quarter.Name);
        }
    }

    private async Task<PeriodKey> FirstAsync(CancellationToken cancellation)
    {
        if (Period.TryParse(settings.Value.FirstPeriod, scheme, out var first))
            return first.Key!.Value;
        return PeriodKey.Containing(PeriodKind.Quarter, await birth.DayAsync(cancellation), scheme);
    }
}
