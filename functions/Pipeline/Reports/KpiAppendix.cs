using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Every unit by every KPI that has a target, ranked; then the others.</summary>
internal static class KpiAppendix
{
    private static readonly TableColumn[] Columns =
    [
        new("Hạng (1)", 15, ColumnAlign.Center),
        new("Đơn vị (2)", 48),
        new("Số hồ sơ (3)", 17, ColumnAlign.Right),
        new("Trên tổng số (4)", 17, ColumnAlign.Right),
        new("Chưa xác định (5)", 16, ColumnAlign.Right),
        new("Tỷ lệ (6)", 19, ColumnAlign.Right),
        new("Chỉ tiêu (7)", 19, ColumnAlign.Right),
        new("So với chỉ tiêu (hồ sơ) (8)", 19, ColumnAlign.Right),
        new("So với chỉ tiêu (điểm %) (9)", 19, ColumnAlign.Right),
        new("Quý trước (10)", 19, ColumnAlign.Right),
        new("Tăng, giảm (điểm %) (11)", 19, ColumnAlign.Right),
        new("Kết quả (12)", 25, ColumnAlign.Center),
    ];

    public static Appendix Of(QuarterResults results)
    {
        var body = new ReportBody();
        if (results.Rankings.Count == 0)
            body.Say("Trong kỳ chưa có chỉ tiêu nào được giao cho các đơn vị.");
        foreach (var (index, ranking) in results.Rankings.Index())
        {
            body.Caption($"Bảng I.{Vietnamese.Figure(index + 1)}. {ranking.Kpi.Name}");
            body.Show(new DataTable(Columns, [.. ranking.Units.Select(Row), Total(ranking, results)]));
            body.Note(
                $"{KpiWording.Columns(ranking.Kpi)}{Undecided(ranking)} {KpiWording.UpperFirst(Names.DataDays(results, "(Phụ lục II)"))}."
            );
        }
        OtherKpiTable.Write(body, results);
        return new(
            "Phụ lục I",
            $"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {results.PeriodName.ToUpperInvariant()}",
            $"({KpiWording.UpperFirst(Vietnamese.Span(results.Period.From, results.Period.To))})",
            body.Blocks,
            IsLandscape: true
        );
    }

    /// <summary>No column holds them: who has how many.</summary>
    private static string Undecided(KpiRanking ranking)
    {
        var units = ranking
            .Units.Select(unit => (unit.Unit.Unit.Name, Number: ranking.Kpi.Undecided.In(unit.Unit.Figures)))
            .Where(unit => unit.Number > 0)
            .Select(unit => $"{unit.Name} {Vietnamese.Number(unit.Number)}")
            .ToList();
        return units.Count == 0
            ? ""
            : $" Không tính vào cột nào: {ranking.Kpi.Undecided.Words} ({string.Join("; ", units)}).";
    }

    private static TableRow Row(RankedUnit unit)
    {
        var gap = TargetGap.Of(unit.Finding);
        return new([
            Signed.Rank(unit.Rank),
            unit.Unit.Unit.Name,
            Vietnamese.Figure(unit.Figure.Num),
            Vietnamese.Figure(unit.Figure.Den),
            Vietnamese.Figure(unit.Figure.Unknown),
            unit.Figure.RateVietnamese,
            unit.Finding?.Target.Text ?? "–",
            Signed.Dossiers(gap?.Dossiers),
            Signed.Points(gap?.Hundredths, unit.Is(Verdict.Below)),
            Signed.Rate(unit.Before),
            Signed.Points(unit.Change),
            VerdictWords.Of(unit.Finding?.Verdict),
        ]);
    }

    private static TableRow Total(KpiRanking ranking, QuarterResults results) =>
        new(
            [
                "",
                KpiWording.UpperFirst(results.Territory.Whole),
                Vietnamese.Figure(ranking.Total.Num),
                Vietnamese.Figure(ranking.Total.Den),
                Vietnamese.Figure(ranking.Total.Unknown),
                ranking.Total.RateVietnamese,
                "",
                "",
                "",
                "",
                "",
                "",
            ],
            IsBold: true
        );
}
