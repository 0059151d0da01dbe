using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The weekly tick: pages of the present quarter and of those before it that still wait for their review.</summary>
/// <remarks>It stands here because a checklist can't ask whether its quarter was reviewed: Review comes after.</remarks>
public sealed class CheckDueBudgetPages(
    CheckBudgetPages pages,
    ReviewTable reviews,
    PeriodScheme scheme,
    TimeProvider time
)
{
    /// <summary>A quarter that waited for a year is reviewed by hand, and its pages are asked by hand.</summary>
    private const int QuartersBack = 4;

    /// <summary>Returns the periods whose pages were asked.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation)
    {
        var now = PeriodKey.Containing(PeriodKind.Quarter, time.Today(), scheme);
        var asked = new List<string>();
        for (var back = QuartersBack; back >= 0; back--)
        {
            var quarter = now with { Ordinal = now.Ordinal - back };
            if (await reviews.IsDoneAsync(quarter.Name, cancellation))
                continue;
            await pages.CheckAsync(quarter.In(scheme), cancellation);
            asked.Add(quarter.Name);
        }
        return asked;
    }
}
