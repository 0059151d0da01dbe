using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>What the checklist said, criterion by criterion, and of whom; long lists of names stand in an appendix.</summary>
internal static class InspectionSection
{
    private const int MostNamed = 15;

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
        body.Numbered(Columns, criteria.Select(Row));
    }

    /// <summary>Null when the table in the text names everybody.</summary>
    public static Appendix? Appendix(QuarterResults results)
    {
        var body = new ReportBody();
        foreach (var criterion in CriterionResults.Of(results).Where(IsLong))
        {
            body.Section(criterion.Criterion.Name);
            Say("Chưa đạt", criterion.With(Verdict.Below));
            Say("Không đủ dữ liệu", criterion.With(Verdict.Insufficient));
        }
        return body.Blocks.Count == 0
            ? null
            : new(
                "Phụ lục III",
                $"CÁC ĐƠN VỊ CHƯA ĐẠT, KHÔNG ĐỦ DỮ LIỆU THEO TIÊU CHÍ {results.PeriodName.ToUpperInvariant()}",
                $"({KpiWording.UpperFirst(Vietnamese.Span(results.Period.From, results.Period.To))})",
                body.Blocks
            );

        void Say(string verdict, IReadOnlyList<(ReviewedUnit, CriterionFinding)> units)
        {
            if (units.Count > 0)
                body.Say($"{verdict}: {Vietnamese.Number(units.Count)} đơn vị, gồm {Named(units)}.");
        }
    }

    private static IReadOnlyList<string> Row(CriterionResults criterion) =>
        [
            criterion.Criterion.Name,
            Vietnamese.Figure(criterion.With(Verdict.Met).Count),
            Who(criterion.With(Verdict.Below)),
            Who(criterion.With(Verdict.Insufficient)),
        ];

    private static bool IsLong(CriterionResults criterion) =>
        criterion.With(Verdict.Below).Count > MostNamed || criterion.With(Verdict.Insufficient).Count > MostNamed;

    private static string Who(IReadOnlyList<(ReviewedUnit Unit, CriterionFinding Finding)> units) =>
        units.Count switch
        {
            0 => "0",
            > MostNamed => $"{Vietnamese.Figure(units.Count)} (nêu tại Phụ lục III)",
            _ => $"{Vietnamese.Figure(units.Count)}: {Named(units)}",
        };

    private static string Named(IEnumerable<(ReviewedUnit Unit, CriterionFinding Finding)> units) =>
        string.Join("; ", units.Select(at => Named(at.Unit, at.Finding)));

    private static string Named(ReviewedUnit unit, CriterionFinding finding) =>
        finding.Verdict is Verdict.Below && CriterionResults.Detail(finding) is { Length: > 0 } detail
            ? $"{unit.Name()} ({detail})"
            : unit.Name();
}
