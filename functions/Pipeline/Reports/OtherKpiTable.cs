using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>Handling, online by service level and public post, unit by unit, whether or not there are targets.</summary>
internal static class OtherKpiTable
{
    private static readonly TableColumn[] Columns =
    [
        new("Đơn vị (1)", 48),
        new("Giải quyết đúng hạn (2)", 24, ColumnAlign.Right),
        new("Tỷ lệ (%) (3)", 18, ColumnAlign.Right),
        new("Đang quá hạn (4)", 19, ColumnAlign.Right),
        new("Tỷ lệ (%) (5)", 18, ColumnAlign.Right),
        new("Chưa rõ hạn trả (6)", 18, ColumnAlign.Right),
        new("Trực tuyến mức độ 4 (7)", 24, ColumnAlign.Right),
        new("Tỷ lệ (%) (8)", 18, ColumnAlign.Right),
        new("Trực tuyến mức độ 3 (9)", 24, ColumnAlign.Right),
        new("Tỷ lệ (%) (10)", 18, ColumnAlign.Right),
        new("Chưa rõ hình thức nộp, mức độ 3, 4 (11)", 22, ColumnAlign.Right),
        new("Chưa rõ mức độ (12)", 22, ColumnAlign.Right),
        new("Trả qua BCCI (13)", 24, ColumnAlign.Right),
        new("Tỷ lệ (%) (14)", 18, ColumnAlign.Right),
        new("Chưa rõ hình thức trả (15)", 20, ColumnAlign.Right),
    ];

    /// <summary>After the tables of the KPIs that have a target.</summary>
    public static string Name(QuarterResults results) => $"Bảng I.{Vietnamese.Figure(results.Rankings.Count + 1)}";

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Caption($"{Name(results)}. Các chỉ số khác theo đơn vị");
        body.Show(new DataTable(Columns, [.. results.Units.Select(Row), Total(results)]));
        body.Note(
            "Cột (2): hồ sơ giải quyết trước hạn và đúng hạn / hồ sơ đã giải quyết trong kỳ; (4) hồ sơ đang giải quyết quá hạn / hồ sơ đang giải quyết; (6) hồ sơ đã giải quyết và đang giải quyết chưa xác định được hạn trả (tệp số liệu không có cột hẹn trả), không tính vào cột (2) và (4); "
                + "(7), (9) hồ sơ đã xác định được là nộp trực tuyến / hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến mức độ 4 (toàn trình), mức độ 3 (một phần); "
                + "(11) hồ sơ mức độ 3 và mức độ 4 chưa xác định được hình thức nộp, chỉ tổng hợp được chung cho hai mức độ: khi có số này, cột (8), (10) là khoảng "
                + "từ mức thấp nhất đến mức cao nhất có thể, hoặc “–” nếu chưa xác định được; (12) hồ sơ tiếp nhận trong kỳ chưa xác định được mức độ, không tính vào cột (7), (9); "
                + "(13) hồ sơ trả kết quả qua dịch vụ bưu chính công ích / hồ sơ đã trả kết quả trong kỳ, đã xác định được hình thức trả kết quả; "
                + "(15) hồ sơ chưa xác định được hình thức trả kết quả, không tính vào tỷ lệ. “–”: không có hồ sơ hoặc chưa đủ dữ liệu để tính tỷ lệ. "
                + "Tỷ lệ được làm tròn đến hai chữ số thập phân. "
                + $"{KpiWording.UpperFirst(Names.DataDays(results, "(Phụ lục II)"))}."
        );
    }

    private static TableRow Row(ReviewedUnit unit) =>
        new(Cells(unit.Unit.Name, unit.Figures, OnlineLevel.Four.Of(unit.Figures), OnlineLevel.Three.Of(unit.Figures)));

    private static TableRow Total(QuarterResults results) =>
        new(
            Cells(
                KpiWording.UpperFirst(results.Territory.Whole),
                results.Sum,
                OnlineLevel.Four.Of(results.Units),
                OnlineLevel.Three.Of(results.Units)
            ),
            IsBold: true
        );

    private static IReadOnlyList<string> Cells(string name, Tally tally, LevelFigure four, LevelFigure three)
    {
        var postal = OtherKpis.PostalReturn.Of(tally);
        return
        [
            name,
            .. Cells(OtherKpis.OnTime.Of(tally)),
            .. Cells(OtherKpis.OverdueOpen.Of(tally)),
            Vietnamese.Figure(tally[Count.FinishedUnknownDue] + tally[Count.OpenUnknownDue]),
            .. Cells(four),
            .. Cells(three),
            Vietnamese.Figure(tally[Count.ReceivedEligibleUnknownChannel]),
            Vietnamese.Figure(OtherKpis.LevelUnknown(tally)),
            .. Cells(postal),
            Vietnamese.Figure(postal.Unknown),
        ];
    }

    private static string[] Cells(Fraction figure) => [Of(figure.Num, figure.Den), Rate(figure.RateVietnamese)];

    private static string[] Cells(LevelFigure figure) =>
        [
            Of(figure.Num, figure.Den),
            figure.IsUnknown ? "–"
            : figure.IsExact ? Rate(figure.Least)
            : $"{Rate(figure.Least)} – {Rate(figure.Greatest)}",
        ];

    // With spaces: a narrow column may break between the numbers, never within one.
    private static string Of(int num, int den) => $"{Vietnamese.Figure(num)} / {Vietnamese.Figure(den)}";

    // The column's title has the sign.
    private static string Rate(string rate) => rate.TrimEnd('%', ' ');
}
