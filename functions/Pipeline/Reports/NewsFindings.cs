using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>What the article says was found: sums of the whole area and counts of units; names only where that is wanted.</summary>
internal static class NewsFindings
{
    public static IReadOnlyList<string> Figures(QuarterResults results)
    {
        var (sum, whole) = (results.Sum, KpiWording.UpperFirst(results.Territory.Whole));
        var span =
            $"Trong kỳ {Vietnamese.Span(results.Period.From, results.Period.To)} ({Names.DataDays(results, "")})".Replace(
                " )",
                ")",
                StringComparison.Ordinal
            );
        if (sum.IsEmpty)
            return [$"{span}, {results.Territory.Whole} chưa ghi nhận hồ sơ thủ tục hành chính nào."];
        return
        [
            $"{span}, {results.Territory.Whole} tiếp nhận {N(Count.Received)} hồ sơ thủ tục hành chính (nộp trực tuyến {N(Count.ReceivedOnline)}, trực tiếp {N(Count.ReceivedInPerson)}, "
                + $"qua dịch vụ bưu chính công ích {N(Count.ReceivedPostal)}, chưa xác định được hình thức nộp {N(Count.ReceivedUnknownChannel)}); {N(Count.CarriedOver)} hồ sơ từ kỳ trước chuyển sang.",
            $"{whole} đã giải quyết {N(Count.Finished)} hồ sơ, trong đó trước hạn {N(Count.Early)}, đúng hạn {N(Count.OnTime)}{Doubt(Count.FinishedUnknownDue)}, quá hạn {N(Count.Overdue)}; "
                + $"đang giải quyết {N(Count.Open)} hồ sơ{Doubt(Count.OpenUnknownDue)}, trong đó quá hạn {N(Count.OpenOverdue)}.",
            .. results.Rankings.Select(ranking => KpiWording.Whole(ranking, results.Territory)),
            .. OtherKpis.Sentences(results),
        ];

        string N(Count count) => Vietnamese.Number(sum[count]);

        string Doubt(Count count) => sum[count] == 0 ? "" : $" (có {N(count)} hồ sơ chưa xác định được hạn trả)";
    }

    public static IReadOnlyList<string> Praise(QuarterResults results, bool nameUnits)
    {
        var commended = results.Units.Where(unit => unit.IsCommended()).ToList();
        var lines = results
            .Rankings.Where(ranking => ranking.Number(Verdict.Met) > 0)
            .Select(ranking =>
                $"{Of(results, ranking.Number(Verdict.Met))} đạt chỉ tiêu {Vietnamese.LowerFirst(ranking.Kpi.Name)}."
            )
            .Concat(
                CriterionResults
                    .Of(results)
                    .Where(criterion => criterion.With(Verdict.Met).Count > 0)
                    .Select(criterion =>
                        $"{Of(results, criterion.With(Verdict.Met).Count)} đạt nội dung “{criterion.Criterion.Name}”."
                    )
            )
            .ToList();
        if (commended.Count > 0)
            lines.Add(
                $"{Of(results, commended.Count)} đạt tất cả các nội dung được kiểm tra, đánh giá{Named(": ", commended, nameUnits)}."
            );
        return lines.Count > 0 ? lines : ["Trong kỳ chưa có nội dung nào được đánh giá đạt."];
    }

    public static IReadOnlyList<string> Shortcomings(QuarterResults results, bool nameUnits)
    {
        var lines = new List<string>();
        foreach (var ranking in results.Rankings.Where(ranking => ranking.Number(Verdict.Below) > 0))
        {
            var below = ranking.With(Verdict.Below);
            var named = Named(", gồm ", [.. below.Select(unit => unit.Unit)], nameUnits);
            lines.Add(
                $"{Of(results, below.Count)} chưa đạt chỉ tiêu {Vietnamese.LowerFirst(ranking.Kpi.Name)}{named}."
            );
        }
        foreach (var criterion in CriterionResults.Of(results))
        {
            var missed = criterion.With(Verdict.Below);
            var late = missed.Where(at => at.Finding.DaysLate > 0).Select(at => at.Unit).ToList();
            var not = missed.Where(at => at.Finding.DaysLate == 0).Select(at => at.Unit).ToList();
            if (late.Count > 0)
                lines.Add(
                    $"{Of(results, late.Count)} thực hiện chậm nội dung “{criterion.Criterion.Name}”{Named(", gồm ", late, nameUnits)}."
                );
            if (not.Count > 0)
                lines.Add($"{Of(results, not.Count)} {Said(criterion.Criterion)}{Named(", gồm ", not, nameUnits)}.");
        }
        if (results.Units.Count(unit => unit.IsInsufficient) is > 0 and var insufficient)
            lines.Add(
                $"{Of(results, insufficient)} có chỉ tiêu chưa đủ dữ liệu để đánh giá; các đơn vị này được đề nghị bổ sung dữ liệu."
            );
        return lines.Count > 0 ? lines : ["Qua kiểm tra chưa phát hiện hạn chế đối với các nội dung được đánh giá."];
    }

    private static string Said(Criterion criterion) =>
        criterion.Shortcoming.Length > 0 ? criterion.Shortcoming : $"chưa đạt nội dung “{criterion.Name}”";

    private static string Of(QuarterResults results, int count) =>
        $"Có {results.Territory.Count(count, results.Units.Count)}";

    private static string Named(string lead, List<ReviewedUnit> units, bool nameUnits) =>
        nameUnits && units.Count > 0 ? $"{lead}{Names.All(units)}" : "";
}
