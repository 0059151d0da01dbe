using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>Expected and received export days of every unit, and the days that are missing.</summary>
internal static class CoverageAppendix
{
    private static readonly TableColumn[] Columns =
    [
        new("Đơn vị", 38),
        new("Số ngày phải gửi", 15, ColumnAlign.Right),
        new("Số ngày đã gửi", 15, ColumnAlign.Right),
        new("Số ngày thiếu", 15, ColumnAlign.Right),
        new("Số liệu đến ngày", 26, ColumnAlign.Center),
        new("Các ngày thiếu", 50),
    ];

    public static Appendix Of(QuarterResults results)
    {
        var body = new ReportBody();
        body.Numbered(Columns, results.Units.Select(Row));
        body.Note(
            "Chỉ tính ngày làm việc trong kỳ mà đơn vị tồn tại. Ngày không phát sinh hồ sơ vẫn phải gửi tệp dữ liệu chỉ có dòng tiêu đề."
        );
        return new(
            "Phụ lục II",
            $"TÌNH HÌNH GỬI DỮ LIỆU CỦA CÁC ĐƠN VỊ {results.PeriodName.ToUpperInvariant()}",
            $"({KpiWording.UpperFirst(Vietnamese.Span(results.Period.From, results.Period.To))})",
            body.Blocks
        );
    }

    private static IReadOnlyList<string> Row(ReviewedUnit unit)
    {
        var (coverage, missing) = (unit.Coverage, unit.Coverage.MissingDays);
        return
        [
            unit.Unit.Name,
            Vietnamese.Figure(coverage.WorkingDays),
            Vietnamese.Figure(coverage.WorkingDays - missing.Count),
            Vietnamese.Figure(missing.Count),
            unit.DataDay() is { } day ? Names.Day(day) : "Chưa có",
            missing.Count == 0 ? "–"
            : missing.Count == coverage.WorkingDays ? "Tất cả các ngày làm việc trong kỳ"
            : KpiWording.UpperFirst(DayList.Of(missing)),
        ];
    }
}
