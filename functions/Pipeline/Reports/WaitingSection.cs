using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Reports;

/// <summary>Items of earlier quarters that are still open or overdue.</summary>
internal static class WaitingSection
{
    private static readonly TableColumn[] Columns =
    [
        new("Đơn vị", 36),
        new("Nội dung", 50),
        new("Nêu tại", 26),
        new("Thời hạn", 27, ColumnAlign.Center),
        new("Tình trạng", 38),
    ];

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Theo dõi việc khắc phục hạn chế của các kỳ trước");
        var waiting = History.Waiting(results);
        if (waiting.Count == 0)
        {
            body.Say("Không có hạn chế nào của các kỳ trước còn chờ kết luận.");
            return;
        }
        var overdue = waiting.Count(item => item.IsOverdue);
        body.Say(
            $"Còn {Vietnamese.Number(waiting.Count)} hạn chế của các kỳ trước chưa đủ dữ liệu để kết luận đã khắc phục hay chưa"
                + $"{(overdue == 0 ? "" : $", trong đó {Vietnamese.Number(overdue)} nội dung quá thời hạn báo cáo")}:"
        );
        body.Numbered(Columns, waiting.Select(item => Row(item, results)));
    }

    private static IReadOnlyList<string> Row(WaitingItem waiting, QuarterResults results) =>
        [
            waiting.Unit.Unit.Name,
            waiting.Item.Name,
            PeriodName(waiting, results),
            waiting.Item.Deadline is { } deadline ? Names.Day(deadline) : "–",
            Standing(waiting),
        ];

    private static string PeriodName(WaitingItem waiting, QuarterResults results) =>
        Period.TryParse(waiting.Item.Period, results.Units[0].Scheme, out var period)
            ? KpiWording.UpperFirst(Vietnamese.Name(period))
            : waiting.Item.Period;

    private static string Standing(WaitingItem waiting) =>
        waiting switch
        {
            { IsOverdue: true } => "Quá thời hạn, chưa báo cáo kết quả",
            { Item.RepliedOn: { } day } => $"Đã báo cáo ngày {Names.Day(day)}, chờ kết luận",
            { Item.IssuedOn: null } => "Công văn chưa ban hành",
            _ => "Trong thời hạn báo cáo",
        };
}
