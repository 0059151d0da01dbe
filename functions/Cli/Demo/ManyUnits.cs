using CCHC.Cli.Printing;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Cli.Demo;

/// <summary>A review of more units than a screen has lines: how many came to what, and who needs a letter.</summary>
internal sealed class ManyUnits(Screen screen)
{
    public void Print(IReadOnlyList<ReviewedUnit> reviewed)
    {
        foreach (var kpi in reviewed.SelectMany(unit => unit.Findings).GroupBy(finding => finding.Kpi.Id))
        {
            var first = kpi.First();
            screen.Print(
                $"{first.Kpi.Name}, chỉ tiêu {first.Target.Text} ({first.Target.Source}): {Count(kpi, Verdict.Met)} đơn vị đạt, {Count(kpi, Verdict.Below)} dưới chỉ tiêu, {Count(kpi, Verdict.Insufficient)} không đủ dữ liệu."
            );
        }
        screen.Print();
        screen.Print("Đơn vị dưới chỉ tiêu, thấp nhất trước:");
        screen.Print(ReviewTables.Of(LowestFirst(reviewed)));
        var reasons = reviewed.Where(unit => unit.IsInsufficient).ToList();
        screen.Print("Đơn vị không đủ dữ liệu:");
        foreach (var line in ReviewTables.Flagged(reasons))
            screen.Print($"  {line}");
        screen.Print();
    }

    private static string Count(IEnumerable<Finding> findings, Verdict verdict) =>
        Vietnamese.Figure(findings.Count(finding => finding.Verdict == verdict));

    private static IEnumerable<(ReviewedUnit Unit, Finding Finding)> LowestFirst(IEnumerable<ReviewedUnit> units) =>
        units
            .SelectMany(unit => unit.Findings.Select(finding => (Unit: unit, Finding: finding)))
            .Where(at => at.Finding.Verdict is Verdict.Below)
            .OrderBy(at => (decimal)at.Finding.Figure.Num / at.Finding.Figure.Den)
            .ThenBy(at => at.Unit.Unit.Id, StringComparer.Ordinal);
}
