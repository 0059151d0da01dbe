using System.Globalization;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Review;

namespace CCHC.Cli.Printing;

/// <summary>Criteria, answers and gaps as staff read them.</summary>
internal static class CriterionWords
{
    public static string RequirementOf(Criterion criterion) =>
        criterion.Kind switch
        {
            CriterionKind.Date => $"chậm nhất ngày {Words.Day(criterion.Deadline)}",
            CriterionKind.Count => string.Create(
                CultureInfo.InvariantCulture,
                $"ít nhất {criterion.Minimum} {criterion.Measure}"
            ),
            CriterionKind.YesNo => "có, kèm minh chứng",
            CriterionKind.Address when criterion.Deadline is { } deadline =>
                $"địa chỉ trang, chậm nhất ngày {Words.Day(deadline)}",
            CriterionKind.Address => "địa chỉ trang",
        };

    public static string AnswerOf(ChecklistLine? line) =>
        line?.Answer switch
        {
            null or { IsBlank: true } => "",
            { Done: true } => "có",
            { Done: false } => "chưa",
            { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
            { Address: { Length: > 0 } address, Day: { } day } => $"{address} ({Words.Day(day)})",
            { Address: { Length: > 0 } address } => address,
            { Day: var day } => Words.Day(day),
        };

    /// <summary>"đạt", "không đạt", "không đạt: chậm 3 ngày", "không đủ dữ liệu: …".</summary>
    public static string VerdictOf(CriterionFinding finding)
    {
        var verdict = finding.Verdict switch
        {
            Pipeline.Kpis.Verdict.Below => "không đạt",
            Pipeline.Kpis.Verdict.Met => "đạt",
            Pipeline.Kpis.Verdict.Insufficient or Pipeline.Kpis.Verdict.None => "không đủ dữ liệu",
        };
        var why = Why(finding);
        return why.Length == 0 ? verdict : $"{verdict}: {why}";
    }

    private static string Why(CriterionFinding finding) =>
        finding.Gap switch
        {
            CriterionGap.None when finding.DaysLate > 0 => string.Create(
                CultureInfo.InvariantCulture,
                $"chậm {finding.DaysLate} ngày"
            ),
            CriterionGap.None => "",
            CriterionGap.NoLine => "phiếu để trống",
            CriterionGap.NoEvidence => "thiếu minh chứng",
            CriterionGap.NotChecked => "trang chưa được kiểm tra",
            CriterionGap.CannotTell => "chưa đọc được trang",
        };
}
