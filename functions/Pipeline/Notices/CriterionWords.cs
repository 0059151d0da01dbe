using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>What a missed criterion says of a committee, made of the criterion's own data: a predicate without a full stop.</summary>
internal static class CriterionWords
{
    public static string Of(CriterionFinding finding) =>
        finding.Criterion.Kind switch
        {
            CriterionKind.Date => finding.DaysLate > 0 ? Late(finding) : NotDone(finding),
            CriterionKind.Count => TooFew(finding),
            CriterionKind.YesNo => NotDone(finding),
            CriterionKind.Address => finding.DaysLate > 0 ? Late(finding) : NotPublic(finding),
        };

    /// <summary>"ban hành kế hoạch … chậm 12 ngày so với thời hạn (thực hiện ngày …, thời hạn ngày …; căn cứ: …)".</summary>
    private static string Late(CriterionFinding finding)
    {
        var (criterion, line) = (finding.Criterion, finding.Line!);
        return $"{Vietnamese.LowerStart(criterion.Name)} chậm {Vietnamese.Number(finding.DaysLate)} ngày so với thời hạn "
            + Basis(
                criterion,
                $"thực hiện {Vietnamese.Day(line.Answer.Day!.Value)}, thời hạn {Vietnamese.Day(criterion.Deadline!.Value)}",
                line.Answer.Address.Length > 0 ? $"trang tại {SiteOf(line.Answer.Address)}" : ""
            );
    }

    private static string NotDone(CriterionFinding finding) =>
        $"{Shortcoming(finding.Criterion)} {Basis(finding.Criterion, Deadline(finding.Criterion))}";

    /// <summary>"chưa trang bị đủ máy vi tính …: mới có 02/03 máy vi tính theo yêu cầu tối thiểu (căn cứ: …)".</summary>
    private static string TooFew(CriterionFinding finding)
    {
        var (criterion, minimum) = (finding.Criterion, finding.Criterion.Minimum ?? 0);
        if (finding.Line?.Answer.Number is not { } number)
            return $"{Shortcoming(criterion)} {Basis(criterion, $"yêu cầu tối thiểu {Vietnamese.Number(minimum)} {criterion.Measure}")}";
        return $"{Shortcoming(criterion)}: {(number > 0 ? "mới có" : "hiện có")} {Vietnamese.Number(number)}/{Vietnamese.Number(minimum)} "
            + $"{criterion.Measure} theo yêu cầu tối thiểu {Basis(criterion)}";
    }

    private static string NotPublic(CriterionFinding finding)
    {
        var criterion = finding.Criterion;
        return finding.Line?.Page is { } page
            ? $"{Shortcoming(criterion)}: trang tại {SiteOf(page.Address)}, kiểm tra {Vietnamese.Day(page.CheckedOn)}: {Said(page)} "
                + Basis(criterion, Deadline(criterion))
            : NotDone(finding);
    }

    /// <summary>A path may name somebody; the checklist's line has the whole address.</summary>
    private static string SiteOf(string address) => new Uri(address).Host;

    private static string Said(PageCheck page) =>
        page.Evidence.Length > 0
            ? Phrase(page.Evidence)
            : page.Status switch
            {
                PageStatus.Missing => "trang không tồn tại",
                PageStatus.Published
                or PageStatus.WithoutWords
                or PageStatus.Unreadable
                or PageStatus.Unreachable
                or PageStatus.Refused => "trang không có nội dung công khai theo yêu cầu",
            };

    private static string Shortcoming(Criterion criterion) =>
        criterion.Shortcoming.Length > 0
            ? Phrase(criterion.Shortcoming)
            : $"chưa đạt yêu cầu về {Vietnamese.LowerStart(criterion.Name)}";

    private static string Phrase(string text) => Vietnamese.LowerStart(text.Trim().TrimEnd('.').TrimEnd());

    private static string Deadline(Criterion criterion) =>
        criterion.Deadline is { } day ? $"thời hạn {Vietnamese.Day(day)}" : "";

    private static string Basis(Criterion criterion, params ReadOnlySpan<string> facts)
    {
        var parts = new List<string>();
        foreach (var fact in facts)
        {
            if (fact.Length > 0)
                parts.Add(fact);
        }
        parts.Add($"căn cứ: {criterion.Source.Trim().TrimEnd('.')}");
        return $"({string.Join("; ", parts)})";
    }
}
