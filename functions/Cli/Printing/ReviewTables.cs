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

    /// <summary>One line per finding that brings the unit a letter: what, and why.</summary>
    public static IEnumerable<string> Flagged(IEnumerable<ReviewedUnit> units) =>
        ReviewListing
            .Sorted(units)
            .Where(at => at.Finding.Verdict is not Verdict.Met)
            .Select(at => $"{at.Unit.Unit.Name}: {Why(at.Unit, at.Finding)}.");

    private static string Why(ReviewedUnit unit, Finding finding)
    {
        var name = Vietnamese.LowerFirst(finding.Kpi.Name);
        return finding.Verdict switch
        {
            Verdict.Below =>
                $"{name} {Fraction(finding)} = {finding.Figure.RateVietnamese}, dưới chỉ tiêu {finding.Target.Text}",
            Verdict.Insufficient => $"không đủ dữ liệu để đánh giá {name}: {Words.Reason(finding, unit.Coverage)}",
            Verdict.Met => $"{name} đạt chỉ tiêu {finding.Target.Text}",
        };
    }

    private static string Fraction(Finding finding) =>
        $"{Vietnamese.Figure(finding.Figure.Num)}/{Vietnamese.Figure(finding.Figure.Den)}";
}
