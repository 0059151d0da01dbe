using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review;

/// <summary>What the quarter before was found to be, from its own frozen review: frozen once more with this one.</summary>
/// <param name="Period">2022-Q1.</param>
/// <param name="Findings">Its KPIs and criteria.</param>
public sealed record PreviousReview(string Period, IReadOnlyList<PreviousFinding> Findings)
{
    /// <summary>From the frozen row of the quarter before; it carries on how often a finding was below by then.</summary>
    public static PreviousReview Of(ReviewedUnit before) =>
        new(
            before.Period.Name,
            [
                .. before.Findings.Select(finding => new PreviousFinding(
                    finding.Kpi.Id,
                    finding.Figure,
                    finding.Verdict,
                    before.TimesBelow(finding.Kpi.Id)
                )),
                .. before.Inspected.Select(finding => new PreviousFinding(
                    finding.Criterion.Id,
                    null,
                    finding.Verdict,
                    before.TimesBelow(finding.Criterion.Id)
                )),
            ]
        );

    public PreviousFinding? Find(string id) => Findings.FirstOrDefault(finding => finding.Id == id);
}

/// <summary>One finding of the quarter before.</summary>
/// <param name="Id">KPI or criterion id.</param>
/// <param name="Figure">A KPI's figure; null for a criterion.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="TimesBelow">In how many reviewed quarters running it had been below by then, that one included; 0 when it was not.</param>
public sealed record PreviousFinding(string Id, Fraction? Figure, Verdict Verdict, int TimesBelow);
