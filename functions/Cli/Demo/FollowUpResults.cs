using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Demo;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;

namespace CCHC.Cli.Demo;

/// <summary>How the follow-up register stands after a quarter's review.</summary>
internal sealed class FollowUpResults(OpenedStore store, Screen screen)
{
    public async Task PrintAsync(
        DemoPeriod period,
        IReadOnlyList<ReviewedUnit> reviewed,
        CancellationToken cancellation
    )
    {
        var items = new List<FollowUp>();
        foreach (var unit in reviewed)
            items.AddRange(await store.Get<FollowUpTable>().ListAsync(unit.Unit.Id, cancellation));
        var raised = items.Count(item => item.Period == period.Name);
        screen.Print($"Sổ theo dõi khắc phục (cchc followups): kỳ {period.Name} mở {raised} nội dung.");
        var decided = items.Where(item => item.OutcomePeriod == period.Name).ToList();
        if (decided.Count > 0)
            screen.Print(
                $"  Của kỳ trước: {decided.Count(item => item.Outcome is FollowUpOutcome.Corrected)} đã khắc phục, {decided.Count(item => item.Outcome is FollowUpOutcome.Repeated)} lặp lại."
            );
        screen.Print();
    }
}
