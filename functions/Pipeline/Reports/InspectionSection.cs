using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>What the checklist said, criterion by criterion, and of whom.</summary>
internal static class InspectionSection
{
    private static readonly TableColumn[] Columns =
    [
        new("Tiêu chí", 42),
        new("Đạt", 14, ColumnAlign.Center),
        new("Chưa đạt", 50),
        new("Không đủ dữ liệu", 42),
    ];

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Kết quả kiểm tra theo tiêu chí");
        var criteria = CriterionResults.Of(results);
        if (criteria.Count == 0)
        {
            body.Say(
                "Tại thời điểm đánh giá chưa có bảng kiểm tra của kỳ này; các tiêu chí kiểm tra tại đơn vị chưa được đánh giá."
            );
            return;
        }
        body.Say(
            "Kết quả theo bảng kiểm tra của cơ quan kiểm tra (nội dung chưa có kết quả kiểm tra được ghi là không đủ dữ liệu, không tính là đạt hay chưa đạt):"
        );
        body.Numbered(Columns, criteria.Select(criterion => Row(criterion, results.Units.Count)));
    }

    private static IReadOnlyList<string> Row(CriterionResults criterion, int all) =>
        [
            criterion.Criterion.Name,
            Vietnamese.Figure(criterion.With(Verdict.Met).Count),
            Who(criterion.With(Verdict.Below), all),
            Who(criterion.With(Verdict.Insufficient), all),
        ];

    private static string Who(IReadOnlyList<(ReviewedUnit Unit, CriterionFinding Finding)> units, int all) =>
        units.Count == 0 ? "0"
        : units.Count == all && units.All(at => at.Finding.Verdict is Verdict.Insufficient)
            ? $"{Vietnamese.Figure(all)} (tất cả các đơn vị)"
        : $"{Vietnamese.Figure(units.Count)}: {string.Join("; ", units.Select(at => Named(at.Unit, at.Finding)))}";

    private static string Named(ReviewedUnit unit, CriterionFinding finding) =>
        finding.Verdict is Verdict.Below && CriterionResults.Detail(finding) is { Length: > 0 } detail
            ? $"{unit.Name()} ({detail})"
            : unit.Name();
}
