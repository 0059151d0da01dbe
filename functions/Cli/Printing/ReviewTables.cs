using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>A review for people.</summary>
internal static class ReviewTables
{
    public static Table Of(IEnumerable<ReviewedUnit> units) => Of(ReviewListing.Sorted(units));

    public static Table Of(IEnumerable<(ReviewedUnit Unit, Finding Finding)> findings)
    {
        var table = new Table()
            .Texts("Mã", "Đơn vị", "Chỉ số")
            .Numbers("Số hồ sơ", "Tỷ lệ", "Chưa rõ", "Chỉ tiêu")
            .Texts("Kết luận", "Số liệu đến ngày");
        foreach (var (unit, finding) in findings)
        {
            table.Row(
                unit.Unit.Id,
                unit.Unit.Name,
                finding.Kpi.Name,
                Fraction(finding),
                finding.Figure.RateVietnamese,
                Vietnamese.Figure(finding.Figure.Unknown),
                finding.Target.Text,
                Words.Of(finding.Verdict),
                Words.Day(unit.Coverage.AsOf)
            );
        }
        return table;
    }

    /// <summary>The criteria of the inspection; null when none were examined.</summary>
    public static Table? Inspected(IEnumerable<ReviewedUnit> units)
    {
        var table = new Table().Texts("Mã", "Đơn vị", "Tiêu chí", "Kết luận");
        foreach (var (unit, finding) in SortedCriteria(units))
            table.Row(unit.Unit.Id, unit.Unit.Name, finding.Criterion.Name, ReviewWords.Of(finding));
        return table.Rows.Count > 0 ? table : null;
    }

    /// <summary>One line per finding that brings the unit a letter: what, and why.</summary>
    public static IEnumerable<string> Flagged(IEnumerable<ReviewedUnit> units)
    {
        var all = units.ToList();
        return ReviewListing
            .Sorted(all)
            .Where(at => at.Finding.Verdict is not (Verdict.Met or Verdict.None))
            .Select(at => $"{at.Unit.Unit.Name}: {Why(at.Unit, at.Finding)}.")
            .Concat(
                SortedCriteria(all)
                    .Where(at => at.Finding.Verdict is Verdict.Below)
                    .Select(at => $"{at.Unit.Unit.Name}: {Why(at.Unit, at.Finding)}.")
            );
    }

    private static IEnumerable<(ReviewedUnit Unit, CriterionFinding Finding)> SortedCriteria(
        IEnumerable<ReviewedUnit> units
    ) =>
        units
            .OrderBy(unit => unit.Unit.Id, StringComparer.Ordinal)
            .SelectMany(unit => unit.Inspected.Select(finding => (unit, finding)));

    private static string Why(ReviewedUnit unit, Finding finding)
    {
        var name = Vietnamese.LowerFirst(finding.Kpi.Name);
        return finding.Verdict switch
        {
            Verdict.Below =>
                $"{name} {Fraction(finding)} = {finding.Figure.RateVietnamese}, dưới chỉ tiêu {finding.Target.Text}{ReviewWords.Times(unit, finding.Kpi.Id)}",
            Verdict.Insufficient => $"không đủ dữ liệu để đánh giá {name}: {Words.Reason(finding, unit)}",
            Verdict.None => $"{name}: không phát sinh hồ sơ",
            Verdict.Met => $"{name} đạt chỉ tiêu {finding.Target.Text}",
        };
    }

    private static string Why(ReviewedUnit unit, CriterionFinding finding) =>
        $"{Vietnamese.LowerFirst(finding.Criterion.Name)}: {ReviewWords.Fault(finding)}{ReviewWords.Times(unit, finding.Criterion.Id)}";

    private static string Fraction(Finding finding) =>
        $"{Vietnamese.Figure(finding.Figure.Num)}/{Vietnamese.Figure(finding.Figure.Den)}";
}
