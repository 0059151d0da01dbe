using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Scoring;
using Spectre.Console;

namespace CCHC.Cli.Printing;

/// <summary>Figures for people: the counts of form 06 that matter most, rates with a comma.</summary>
internal static class KpiTable
{
    private static readonly Kpi Online = KpiCatalogue.Find("online")!;
    private static readonly Kpi OnTime = KpiCatalogue.Find("on-time")!;

    public static Table Of(IReadOnlyList<KpiRow> rows, Breakdown by)
    {
        var table = new Table()
            .Texts("Mã", "Đơn vị")
            .Texts(Heading(by))
            .Numbers("Tiếp nhận", "Trực tuyến", "Tỷ lệ trực tuyến", "Chưa rõ hình thức", "Từ kỳ trước")
            .Numbers("Đã giải quyết", "Quá hạn", "Tỷ lệ đúng hạn", "Chưa rõ hạn trả", "Đang giải quyết", "Đang quá hạn")
            .Texts("Số liệu đến ngày");
        foreach (var row in rows)
        {
            table.Row([
                row.Unit.Id,
                row.Unit.Name,
                .. Label(row, by),
                .. Figures(row.Tally),
                row.AsOf is null ? "–" : Words.Day(row.AsOf),
            ]);
        }
        if (by is Breakdown.Unit && rows.Count > 1)
            table.Row(["", "Cộng", .. Figures(Tally.Sum(rows.Select(row => row.Tally))), ""]);
        return table;
    }

    /// <summary>What was returned nobody knows when, so that no rate of returns speaks of it; null where there is none.</summary>
    public static string? ReturnedUnknown(IReadOnlyList<KpiRow> rows, Breakdown by)
    {
        var told = rows.Where(row => row.Tally[Count.ReturnedUnknownDay] > 0)
            .Select(row =>
                string.Join(' ', [row.Unit.Name, .. Label(row, by), Number(row.Tally, Count.ReturnedUnknownDay)])
            )
            .ToList();
        return told.Count == 0
            ? null
            : $"Đã trả kết quả nhưng chưa rõ ngày trả, không tính vào số đã trả và tỷ lệ trả qua bưu chính: {string.Join("; ", told)}.";
    }

    private static string[] Heading(Breakdown by) =>
        by switch
        {
            Breakdown.Unit => [],
            Breakdown.Field => ["Lĩnh vực"],
            Breakdown.Procedure => ["Mã thủ tục"],
            Breakdown.Day => ["Ngày"],
        };

    private static string[] Label(KpiRow row, Breakdown by) =>
        by switch
        {
            Breakdown.Unit => [],
            Breakdown.Field => [row.FieldName.Length > 0 ? row.FieldName : "(không rõ)"],
            Breakdown.Procedure => [row.Procedure],
            Breakdown.Day => [Words.Day(row.Date)],
        };

    private static IEnumerable<string> Figures(Tally tally) =>
        [
            Number(tally, Count.Received),
            Number(tally, Count.ReceivedOnline),
            Online.Of(tally).RateVietnamese,
            Number(tally, Count.ReceivedUnknownChannel),
            Number(tally, Count.CarriedOver),
            Number(tally, Count.Finished),
            Number(tally, Count.Overdue),
            OnTime.Of(tally).RateVietnamese,
            Vietnamese.Figure(tally[Count.FinishedUnknownDue] + tally[Count.OpenUnknownDue]),
            Number(tally, Count.Open),
            Number(tally, Count.OpenOverdue),
        ];

    private static string Number(Tally tally, Count count) => Vietnamese.Figure(tally[count]);
}
