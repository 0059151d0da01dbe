using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Weak units as a table: a row for each missed target, overdue dossiers once.</summary>
internal static class WeakUnitTable
{
    private const string None = "–";

    private static readonly TableColumn[] Columns =
    [
        new("Lĩnh vực", 27),
        new("Đơn vị", 29),
        new("Chỉ số chưa đạt", 28),
        new("Số hồ sơ (đạt/tổng số)", 19, ColumnAlign.Center),
        new("Chưa xác định", 14, ColumnAlign.Right),
        new("Tỷ lệ", 17, ColumnAlign.Right),
        new("Chỉ tiêu", 16, ColumnAlign.Center),
        new("Giải quyết quá hạn", 14, ColumnAlign.Right),
        new("Đang quá hạn", 14, ColumnAlign.Right),
    ];

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["online"] = "Nộp trực tuyến",
        ["online-eligible"] = "Nộp trực tuyến (thủ tục có DVC trực tuyến)",
        ["on-time"] = "Giải quyết đúng hạn",
        ["on-time-766"] = "Đúng hạn theo QĐ 766",
        ["overdue-open"] = "Đang giải quyết quá hạn",
        ["postal-return"] = "Trả kết quả qua BCCI",
        ["fully-online"] = "DVC trực tuyến toàn trình",
        ["digitised"] = "Số hóa hồ sơ",
        ["online-payment"] = "Thanh toán trực tuyến",
    };

    public static DataTable Of(IReadOnlyList<WeakUnit> weak, FieldNames names) =>
        new(Columns, [.. weak.SelectMany(unit => Rows(unit, names))]);

    private static IEnumerable<TableRow> Rows(WeakUnit weak, FieldNames names)
    {
        var (field, unit) = (names.Of(weak.Field), weak.Unit.Unit.Name);
        var overdue = (Vietnamese.Figure(weak.FinishedLate), Vietnamese.Figure(weak.OpenOverdue));
        if (weak.Missed.Count == 0)
            yield return new([field, unit, None, None, None, None, None, overdue.Item1, overdue.Item2]);
        foreach (var (index, missed) in weak.Missed.Index())
        {
            var (late, open) = index == 0 ? overdue : ("", "");
            yield return new([
                field,
                unit,
                NameOf(missed.Kpi),
                $"{Vietnamese.Figure(missed.Figure.Num)}/{Vietnamese.Figure(missed.Figure.Den)}",
                Vietnamese.Figure(missed.Figure.Unknown),
                missed.Figure.RateVietnamese,
                missed.Target.InLetters(),
                late,
                open,
            ]);
        }
    }

    private static string NameOf(Kpi kpi) => ShortNames.GetValueOrDefault(kpi.Id, kpi.Name);
}
