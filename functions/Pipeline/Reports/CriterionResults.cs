using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>One criterion of the inspection over all units.</summary>
public sealed record CriterionResults(
    Criterion Criterion,
    IReadOnlyList<(ReviewedUnit Unit, CriterionFinding Finding)> Units
)
{
    /// <summary>By their place among findings; empty when no checklist had come.</summary>
    public static IReadOnlyList<CriterionResults> Of(QuarterResults results) =>
        [
            .. results
                .Units.SelectMany(unit => unit.Inspected, (unit, finding) => (unit, finding))
                .GroupBy(at => at.finding.Criterion.Id, StringComparer.Ordinal)
                .Select(same => new CriterionResults(same.First().finding.Criterion, [.. same]))
                .OrderBy(criterion => criterion.Criterion.Order)
                .ThenBy(criterion => criterion.Criterion.Id, StringComparer.Ordinal),
        ];

    public IReadOnlyList<(ReviewedUnit Unit, CriterionFinding Finding)> With(Verdict verdict) =>
        [.. Units.Where(at => at.Finding.Verdict == verdict)];

    /// <summary>What was found instead: "chậm 12 ngày", "có 2/3 máy vi tính"; "" where the name says it all.</summary>
    public static string Detail(CriterionFinding missed)
    {
        var (criterion, answer) = (missed.Criterion, missed.Line?.Answer);
        if (answer?.Done is false)
            return "chưa thực hiện";
        return criterion.Kind switch
        {
            CriterionKind.Date or CriterionKind.Address when missed.DaysLate > 0 =>
                $"chậm {Vietnamese.Number(missed.DaysLate)} ngày",
            CriterionKind.Count when answer?.Number is { } number =>
                $"có {Vietnamese.Figure(number)}/{Vietnamese.Figure(criterion.Minimum ?? 0)} {criterion.Measure}",
            CriterionKind.Date or CriterionKind.Count or CriterionKind.YesNo or CriterionKind.Address => "",
        };
    }
}
