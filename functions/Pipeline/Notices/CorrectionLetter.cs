using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review.Corrections;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// The letter that corrects (đính chính) what a review said of a unit: every count and figure that is another now, beside
/// the one that was told, and what follows for the verdicts.
/// </summary>
public static class CorrectionLetter
{
    private static readonly TableColumn[] Columns =
    [
        new("Nội dung", 50),
        new("Đã thông báo", 25, ColumnAlign.Center),
        new("Đính chính", 25, ColumnAlign.Center),
    ];

    /// <summary>A draft: number and day are the clerk's.</summary>
    /// <param name="correction">Not empty.</param>
    /// <param name="issued">The letter that is corrected; null when it was never issued.</param>
    /// <param name="authority">Who speaks today.</param>
    /// <param name="today">The draft's month and year.</param>
    public static Letter Compose(UnitCorrection correction, IssuedNotice? issued, Authority authority, DateOnly today)
    {
        var draft = new Draft(correction.Frozen, authority);
        var body = new LetterBody();
        body.Say(
            $"{Told(draft, issued)} Sau ngày chốt số liệu ({Vietnamese.Day(correction.Frozen.ReviewedOn)}), dữ liệu của đơn vị "
                + $"đã được bổ sung, điều chỉnh. {authority.Head} đính chính số liệu {draft.Period} của {draft.Introduced} "
                + $"theo dữ liệu nhận được đến {Vietnamese.Day(today)} như sau:"
        );
        body.Section("Số liệu đính chính");
        body.Show(new DataTable(Columns, [.. Rows(correction)]));
        body.Section("Kết luận");
        body.Points([.. Conclusions(correction)]);
        var subject = $"V/v đính chính số liệu đánh giá công tác cải cách hành chính {draft.Period}";
        var closing =
            $"Các nội dung khác đã thông báo không thay đổi. {authority.FollowUpOffice} theo dõi, tổng hợp theo số liệu đã đính chính./.";
        return authority
            .OfLetters()
            .Draft(DocumentKind.OfficialLetter, [draft.Addressee], new(subject, body.Blocks, closing), today);
    }

    private static string Told(Draft draft, IssuedNotice? issued) =>
        issued is null
            ? $"Kết quả kiểm tra, đánh giá công tác cải cách hành chính {draft.Period} ({draft.Basis}) đã được tổng hợp."
            : $"Tại Công văn số {issued.Number}/{draft.Authority.Symbol} {Vietnamese.Day(issued.Date)}, {draft.Authority.Head} đã "
                + $"thông báo kết quả kiểm tra, đánh giá công tác cải cách hành chính {draft.Period} ({draft.Basis}).";

    private static IEnumerable<TableRow> Rows(UnitCorrection correction)
    {
        var (frozen, present) = (correction.Frozen.Figures, correction.Present.Figures);
        var (then, now) = (Figures.Of(frozen, present).Rows, Figures.Of(present, frozen).Rows);
        var sum = "";
        foreach (var (before, after) in then.Zip(now))
        {
            if (before.IsSum)
                sum = before.Label;
            if (before.Value != after.Value)
                yield return new([
                    before.IsSum ? sum : $"{sum}: {Vietnamese.LowerFirst(before.Label)}",
                    before.Value,
                    after.Value,
                ]);
        }
        foreach (var (before, after) in correction.Findings)
            yield return new([before.Kpi.Name, Rate(before.Figure), Rate(after.Figure)], IsBold: true);
    }

    private static string Rate(Fraction figure)
    {
        var unknown = figure.Unknown == 0 ? "" : $"; {Vietnamese.Figure(figure.Unknown)} chưa xác định";
        return $"{Vietnamese.Figure(figure.Num)}/{Vietnamese.Figure(figure.Den)} ({figure.RateVietnamese}{unknown})";
    }

    private static IEnumerable<string> Conclusions(UnitCorrection correction)
    {
        if (!correction.ChangesAVerdict)
        {
            yield return "Kết luận đánh giá đã thông báo không thay đổi.";
            yield break;
        }
        foreach (var (then, now) in correction.Findings.Where(pair => pair.Frozen.Verdict != pair.Present.Verdict))
        {
            var target = $"chỉ tiêu {then.Target.Text} (căn cứ: {then.Target.Source})";
            yield return $"{then.Kpi.Name}: đã thông báo {Said(then.Verdict)} {target}; nay xác định {Said(now.Verdict)} chỉ tiêu này.";
        }
        foreach (var (then, now) in correction.Inspected)
            yield return $"{then.Criterion.Name}: đã thông báo {Said(then.Verdict)} yêu cầu; nay xác định {Said(now.Verdict)} yêu cầu này.";
    }

    private static string Said(Verdict verdict) =>
        verdict switch
        {
            Verdict.Below => "chưa đạt",
            Verdict.Met => "đã đạt",
            Verdict.Insufficient => "không đủ dữ liệu để đánh giá theo",
            Verdict.None => "không phát sinh hồ sơ để đánh giá theo",
        };
}
