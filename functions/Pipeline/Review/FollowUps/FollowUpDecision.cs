using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>What a review means to the register: pure (domain.md §1, S12).</summary>
public static class FollowUpDecision
{
    /// <summary>A new item for every finding that is below.</summary>
    public static IReadOnlyList<FollowUp> Raised(ReviewedUnit reviewed) =>
        [
            .. reviewed
                .Findings.Where(finding => finding.Verdict is Verdict.Below)
                .Select(finding => Raised(reviewed, finding.Kpi.Id, finding.Kpi.Name)),
            .. reviewed
                .Inspected.Where(finding => finding.Verdict is Verdict.Below)
                .Select(finding => Raised(reviewed, finding.Criterion.Id, finding.Criterion.Name)),
        ];

    /// <summary>
    /// An open item of an earlier quarter after this review: met closes it, below repeats it, and what could not be
    /// judged or was not examined leaves it open. What is done now, though late, is done. One that was decided stays.
    /// </summary>
    public static FollowUp Decide(FollowUp item, ReviewedUnit reviewed)
    {
        // Names of quarters sort as quarters do.
        var isEarlier = string.CompareOrdinal(item.Period, reviewed.Period.Name) < 0;
        if (!isEarlier || item.Outcome is not FollowUpOutcome.Open)
            return item;
        return VerdictOf(reviewed, item.Finding) switch
        {
            Verdict.Met => item with { Outcome = FollowUpOutcome.Corrected, OutcomePeriod = reviewed.Period.Name },
            Verdict.Below => item with { Outcome = FollowUpOutcome.Repeated, OutcomePeriod = reviewed.Period.Name },
            Verdict.Insufficient or Verdict.None or null => item,
        };
    }

    private static FollowUp Raised(ReviewedUnit reviewed, string id, string name) =>
        new()
        {
            Unit = reviewed.Unit.Id,
            Period = reviewed.Period.Name,
            Finding = id,
            Name = name,
            Times = reviewed.TimesBelow(id),
        };

    private static Verdict? VerdictOf(ReviewedUnit reviewed, string id) =>
        reviewed.Findings.FirstOrDefault(finding => finding.Kpi.Id == id)?.Verdict
        ?? (
            reviewed.Inspected.FirstOrDefault(finding => finding.Criterion.Id == id) is { } found
                ? found.IsDoneLate
                    ? Verdict.Met
                    : found.Verdict
                : null
        );
}
