using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>Weak units as tables, one for each field: a row for each missed target, overdue dossiers once.</summary>
internal static class WeakUnitTable
{
    private const string None = "–";

    private static readonly TableColumn[] Columns =
    [
        new("Đơn vị", 36),
        new("Chỉ số chưa đạt", 36),
        new("Số hồ sơ trên tổng số", 22, ColumnAlign.Center),
        new("Chưa xác định", 16, ColumnAlign.Right),
        new("Tỷ lệ", 22, ColumnAlign.Right),
        new("Chỉ tiêu", 18, ColumnAlign.Center),
        new("Giải quyết quá hạn", 18, ColumnAlign.Right),
        new("Đang quá hạn", 16, ColumnAlign.Right),
    ];

    public static void Write(ReportBody body, IReadOnlyList<WeakUnit> weak, FieldNames names)
    {
        foreach (var field in weak.GroupBy(unit => unit.Field, StringComparer.Ordinal))
        {
            body.Caption($"Lĩnh vực: {names.Of(field.Key)}");
            body.Show(new DataTable(Columns, [.. field.SelectMany(Rows)]));
        }
    }

    private static IEnumerable<TableRow> Rows(WeakUnit weak)
    {
        var unit = weak.Unit.Unit.Name;
        var overdue = (Vietnamese.Figure(weak.FinishedLate), Vietnamese.Figure(weak.OpenOverdue));
        if (weak.Missed.Count == 0)
            yield return new([unit, None, None, None, None, None, overdue.Item1, overdue.Item2]);
        foreach (var (index, missed) in weak.Missed.Index())
        {
            var (late, open) = index == 0 ? overdue : ("", "");
            yield return new([
                unit,
                missed.Kpi.ShortName,
                $"{Vietnamese.Figure(missed.Figure.Num)}/{Vietnamese.Figure(missed.Figure.Den)}",
                Vietnamese.Figure(missed.Figure.Unknown),
                missed.Figure.RateVietnamese,
                missed.Target.Text,
                late,
                open,
            ]);
        }
    }
}
