using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review;

/// <summary>What the quarter before was found to be, from its own frozen review: frozen once more with this one.</summary>
/// <param name="Period">2022-Q1.</param>
/// <param name="Findings">Its KPIs and criteria.</param>
public sealed record PreviousReview(string Period, IReadOnlyList<PreviousFinding> Findings)
{
    public PreviousFinding? Find(string id) => Findings.FirstOrDefault(finding => finding.Id == id);
}

/// <summary>One finding of the quarter before.</summary>
/// <param name="Id">KPI or criterion id.</param>
/// <param name="Figure">A KPI's figure; null for a criterion.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="TimesBelow">In how many reviewed quarters running it had been below by then, that one included; 0 when it was not.</param>
public sealed record PreviousFinding(string Id, Fraction? Figure, Verdict Verdict, int TimesBelow);
