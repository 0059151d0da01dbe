using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;

namespace CCHC.Pipeline.Reports;

/// <summary>A finding of a unit by its name, with the number of quarters running in which it was below.</summary>
public sealed record NamedFinding(ReviewedUnit Unit, string Id, string Name, int Times);

/// <summary>An item of an earlier quarter on which this review could not speak either.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Item">As it stood on the day of the review.</param>
/// <param name="IsOverdue">Its deadline had passed without an answer.</param>
public sealed record WaitingItem(ReviewedUnit Unit, FollowUp Item, bool IsOverdue);

/// <summary>What became of earlier findings, told from frozen verdicts: the register moves on, this report doesn't.</summary>
public static class History
{
    /// <summary>Below again, the longest first.</summary>
    public static IReadOnlyList<NamedFinding> Repeated(QuarterResults results) =>
        [.. results.Units.SelectMany(Below).Where(finding => finding.Times > 1).OrderByDescending(f => f.Times)];

    /// <summary>Met now and below in the quarter before, or below in an earlier one and not judged since.</summary>
    public static IReadOnlyList<NamedFinding> Corrected(QuarterResults results) =>
        [
            .. results.Units.SelectMany(unit =>
                All(unit)
                    .Where(finding => finding.Verdict is Kpis.Verdict.Met && WasBelow(results, unit, finding.Id))
                    .Select(finding => new NamedFinding(unit, finding.Id, finding.Name, 0))
            ),
        ];

    /// <summary>Items of earlier quarters that neither this review nor one before it decided, the oldest first.</summary>
    public static IReadOnlyList<WaitingItem> Waiting(QuarterResults results) =>
        [
            .. results
                .Units.SelectMany(unit => Undecided(results, unit.Unit.Id), (unit, item) => (unit, item))
                .Where(at =>
                    Verdict(at.unit, at.item.Finding) is null or Kpis.Verdict.Insufficient or Kpis.Verdict.None
                )
                .Select(at => new WaitingItem(at.unit, at.item, at.item.IsOverdueOn(results.ReviewedOn)))
                .OrderBy(waiting => waiting.Item.Period, StringComparer.Ordinal),
        ];

    private static IEnumerable<NamedFinding> Below(ReviewedUnit unit) =>
        All(unit)
            .Where(finding => finding.Verdict is Kpis.Verdict.Below)
            .Select(finding => new NamedFinding(unit, finding.Id, finding.Name, unit.TimesBelow(finding.Id)));

    private static IEnumerable<(string Id, string Name, Verdict Verdict)> All(ReviewedUnit unit) =>
        unit
            .Findings.Select(f => (f.Kpi.Id, f.Kpi.Name, f.Verdict, Order: f.Kpi.Place))
            .Concat(unit.Inspected.Select(f => (f.Criterion.Id, f.Criterion.Name, f.Verdict, f.Criterion.Order)))
            .OrderBy(finding => finding.Order)
            .Select(finding => (finding.Id, finding.Name, finding.Verdict));

    private static Verdict? Verdict(ReviewedUnit unit, string id) =>
        All(unit).Where(finding => finding.Id == id).Select(finding => (Verdict?)finding.Verdict).FirstOrDefault();

    private static bool WasBelow(QuarterResults results, ReviewedUnit unit, string id) =>
        unit.Previous?.Find(id)?.Verdict is Kpis.Verdict.Below
        || Undecided(results, unit.Unit.Id).Any(item => item.Finding == id);

    /// <summary>Earlier items as they stood before this review: what was recorded or decided later is not there yet.</summary>
    private static IEnumerable<FollowUp> Undecided(QuarterResults results, string unit) =>
        results
            .FollowUps.Where(item => item.Unit == unit && IsBefore(item.Period, results))
            .Where(item => item.OutcomePeriod.Length == 0 || !IsBefore(item.OutcomePeriod, results))
            .Select(item => AsOf(item, results.ReviewedOn));

    private static bool IsBefore(string period, QuarterResults results) =>
        string.CompareOrdinal(period, results.Period.Name) < 0;

    private static FollowUp AsOf(FollowUp item, DateOnly day) =>
        item with
        {
            Outcome = FollowUpOutcome.Open,
            OutcomePeriod = "",
            Number = item.IssuedOn <= day ? item.Number : "",
            Deadline = item.IssuedOn <= day ? item.Deadline : null,
            IssuedOn = item.IssuedOn <= day ? item.IssuedOn : null,
            Reply = item.RepliedOn <= day ? item.Reply : "",
            RepliedOn = item.RepliedOn <= day ? item.RepliedOn : null,
        };
}
