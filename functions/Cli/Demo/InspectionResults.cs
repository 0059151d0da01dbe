using CCHC.Cli.Printing;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using Spectre.Console;

namespace CCHC.Cli.Demo;

/// <summary>What the checklist came to: a line per criterion.</summary>
internal static class InspectionResults
{
    public static void Print(IReadOnlyList<ReviewedUnit> reviewed, Screen screen)
    {
        var inspected = reviewed
            .SelectMany(unit => unit.Inspected.Select(finding => (unit.Unit, Finding: finding)))
            .GroupBy(at => at.Finding.Criterion.Id, StringComparer.Ordinal)
            .OrderBy(criterion => criterion.First().Finding.Criterion.Order)
            .ToList();
        if (inspected.Count == 0)
            return;
        var table = new Table()
            .Texts("Tiêu chí kiểm tra")
            .Numbers("Đạt", "Chưa đạt", "Không đủ dữ liệu")
            .Texts("Chưa đạt");
        foreach (var criterion in inspected)
        {
            var units = criterion.ToList();
            table.Row(
                units[0].Finding.Criterion.Name,
                Count(units, Verdict.Met),
                Count(units, Verdict.Below),
                Count(units, Verdict.Insufficient),
                string.Join(", ", units.Where(at => at.Finding.Verdict is Verdict.Below).Select(at => at.Unit.Name))
            );
        }
        screen.Print("Kết quả kiểm tra tại đơn vị (phiếu kiểm tra giả lập):");
        screen.Print(table);

        static string Count(IEnumerable<(CCHC.Pipeline.Units.Unit, CriterionFinding Finding)> units, Verdict verdict) =>
            Vietnamese.Figure(units.Count(at => at.Finding.Verdict == verdict));
    }
}
