using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>One thing found below what was asked, a KPI or a criterion, in words.</summary>
/// <param name="Order">Its place in the document of 25 March 2022.</param>
/// <param name="Id">KPI or criterion id.</param>
/// <param name="AsPoint">As a point of several, in whole sentences.</param>
/// <param name="AsOnlyOne">As the only one, with the committee's name in it.</param>
/// <param name="Task">What is ordered: a sentence.</param>
/// <param name="Times">In how many quarters running it has stood uncorrected; 1 when it is new.</param>
internal sealed record Missed(int Order, string Id, string AsPoint, string AsOnlyOne, string Task, int Times)
{
    public bool IsRepeated => Times > 1;

    /// <summary>All of a unit's, KPIs and criteria together, in the order of the document.</summary>
    public static IReadOnlyList<Missed> Of(Draft draft)
    {
        var kpis = draft.Unit.Findings.Where(finding => finding.Verdict is Verdict.Below).Select(f => Of(f, draft));
        var criteria = draft
            .Unit.Inspected.Where(finding => finding.Verdict is Verdict.Below)
            .Select(f => Of(f, draft));
        return [.. kpis.Concat(criteria).OrderBy(missed => missed.Order).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    private static Missed Of(Finding finding, Draft draft)
    {
        var shortcoming = new Shortcoming(finding);
        var times = draft.Unit.TimesBelow(finding.Kpi.Id);
        var history = $"{Comparison.Of(finding, draft)}{Repetition.Of(times, draft)}";
        return new(
            finding.Kpi.Place,
            finding.Kpi.Id,
            $"{shortcoming.AsPoint}{history}",
            $"{shortcoming.AsOnlyOne(draft.Committee)}{history}",
            finding.Kpi.Words.OrderOf(draft.Authority.Desk),
            times
        );
    }

    private static Missed Of(CriterionFinding finding, Draft draft)
    {
        var (criterion, times) = (finding.Criterion, draft.Unit.TimesBelow(finding.Criterion.Id));
        var history = Repetition.Of(times, draft);
        var words = CriterionWords.Of(finding);
        return new(
            criterion.Order,
            criterion.Id,
            $"{Vietnamese.UpperStart(words)}.{history}",
            $"{draft.Committee} {words}.{history}",
            Vietnamese.Sentence(criterion.Task),
            times
        );
    }
}
