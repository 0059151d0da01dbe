using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>What was missed again, and what was put right.</summary>
internal static class HistorySection
{
    private static readonly TableColumn[] What = [new("Đơn vị", 45), new("Nội dung", 75)];

    public static void Write(ReportBody body, QuarterResults results)
    {
        body.Section("Hạn chế lặp lại và hạn chế đã khắc phục");
        var (repeated, corrected) = (History.Repeated(results), History.Corrected(results));
        if (repeated.Count + corrected.Count == 0 && results.Units.All(unit => unit.Previous is null))
        {
            body.Say("Chưa có kết quả kiểm tra, đánh giá của quý trước liền kề để so sánh.");
            return;
        }
        Repeated(body, repeated);
        Corrected(body, corrected);
    }

    private static void Repeated(ReportBody body, IReadOnlyList<NamedFinding> repeated)
    {
        if (repeated.Count == 0)
        {
            body.Say("Không có hạn chế nào lặp lại so với quý trước.");
            return;
        }
        body.Say($"Có {Vietnamese.Number(repeated.Count)} hạn chế lặp lại của {Units(repeated)} đơn vị:");
        body.Numbered(
            [.. What, new("Số lần", 40, ColumnAlign.Center)],
            repeated.Select(
                IReadOnlyList<string> (finding) =>
                    [finding.Unit.Unit.Name, finding.Name, $"Lần thứ {Vietnamese.Figure(finding.Times)} liên tiếp"]
            )
        );
    }

    private static void Corrected(ReportBody body, IReadOnlyList<NamedFinding> corrected)
    {
        if (corrected.Count == 0)
        {
            body.Say("Chưa ghi nhận hạn chế nào của các kỳ trước đã được khắc phục trong kỳ này.");
            return;
        }
        body.Say(
            $"Có {Vietnamese.Number(corrected.Count)} hạn chế của các kỳ trước đã được {Units(corrected)} đơn vị khắc phục:"
        );
        body.Numbered(
            What,
            corrected.Select(IReadOnlyList<string> (finding) => [finding.Unit.Unit.Name, finding.Name])
        );
    }

    private static string Units(IEnumerable<NamedFinding> findings) =>
        Vietnamese.Number(findings.Select(finding => finding.Unit.Unit.Id).Distinct().Count());
}
