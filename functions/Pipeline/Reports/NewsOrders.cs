using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>What the article says was ordered: the tasks of what was missed somewhere, each once.</summary>
internal static class NewsOrders
{
    public static IReadOnlyList<string> Of(QuarterResults results)
    {
        var authority = results.Authority;
        var tasks = results
            .Rankings.Where(ranking => ranking.Number(Verdict.Below) > 0)
            .Select(ranking => (ranking.Kpi.Place, Task: ranking.Kpi.Words.OrderOf(authority.Desk)))
            .Concat(
                CriterionResults
                    .Of(results)
                    .Where(criterion => criterion.With(Verdict.Below).Count > 0)
                    .Select(criterion => (criterion.Criterion.Order, criterion.Criterion.Task))
            )
            .OrderBy(task => task.Item1)
            .Select(task => task.Task)
            .Where(task => task.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var offices =
            "Người đứng đầu các cơ quan chuyên môn được giao hướng dẫn, kiểm tra việc giải quyết thủ tục hành chính thuộc lĩnh vực phụ trách.";
        if (tasks.Count == 0)
            return
            [
                $"{authority.Head} yêu cầu các đơn vị tiếp tục duy trì kết quả đã đạt được, nâng cao chất lượng phục vụ người dân, tổ chức.",
                offices,
            ];
        return
        [
            $"Tại các công văn chấn chỉnh (số, ngày: bổ sung sau khi ban hành), {authority.Head} yêu cầu người đứng đầu các đơn vị còn hạn chế chỉ đạo khắc phục ngay, tập trung vào các nội dung sau:",
            .. tasks.Select(task => $"- {task}"),
            $"Các đơn vị báo cáo kết quả khắc phục trong thời hạn {Vietnamese.Number(authority.CorrectionWorkingDays)} ngày làm việc kể từ ngày công văn chấn chỉnh được ban hành.",
            offices,
        ];
    }
}
