using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>The text of a corrective notice: what was missed, what to do about it at once, who follows it up.</summary>
internal static class Correction
{
    public static LetterText Of(Draft draft)
    {
        var (unit, authority) = draft;
        var (committee, period) = (draft.Committee, draft.Period);
        var body = new LetterBody();
        body.Say(
            $"Qua kiểm tra, đánh giá kết quả thực hiện công tác cải cách hành chính {period} của {draft.Introduced} "
                + $"({draft.Basis}), {authority.Head} có ý kiến như sau:"
        );
        body.Section("Kết quả kiểm tra");
        var missed = unit.Findings.Where(finding => finding.Verdict is Verdict.Below).ToList();
        SayShortcomings(body, [.. missed.Select(finding => new Shortcoming(finding))], committee);
        draft.ShowFigures(body);
        body.Section("Yêu cầu chấn chỉnh");
        body.Say(
            $"Yêu cầu {draft.Head} chỉ đạo khắc phục ngay {(missed.Count == 1 ? "hạn chế" : "các hạn chế")} nêu trên, tập trung thực hiện các nội dung sau:"
        );
        body.Points(Orders(missed, draft));
        if (unit.IsInsufficient)
        {
            var request = new MissingData(unit, authority);
            body.Section("Đề nghị bổ sung dữ liệu");
            body.Say(
                $"Ngoài các nội dung trên, đề nghị {committee} gửi bổ sung dữ liệu {request.Deadline} để có đủ cơ sở đánh giá:"
            );
            body.Points(request.Points);
        }
        body.Section("Tổ chức thực hiện");
        body.Say(
            $"Giao {authority.FollowUpOffice} theo dõi, đôn đốc, kiểm tra việc thực hiện của {committee}, tổng hợp, báo cáo {authority.HeadShort}."
        );
        return new(
            $"V/v chấn chỉnh công tác cải cách hành chính qua kết quả kiểm tra {period}",
            body.Blocks,
            $"Yêu cầu {draft.Head} nghiêm túc triển khai thực hiện./."
        );
    }

    private static void SayShortcomings(LetterBody body, IReadOnlyList<Shortcoming> shortcomings, string committee)
    {
        if (shortcomings is not [var only])
        {
            body.Say($"{committee} có {Vietnamese.Number(shortcomings.Count)} chỉ tiêu chưa đạt:");
            body.Points([.. shortcomings.Select(shortcoming => shortcoming.AsPoint)]);
            return;
        }
        body.Say(only.AsOnlyOne(committee));
    }

    private static List<string> Orders(IEnumerable<Finding> missed, Draft draft) =>
        [
            .. missed
                .Select(finding => KpiWords.Of(finding.Kpi).Order)
                .Append(KpiWords.ReturnByPost)
                .Distinct(StringComparer.Ordinal),
            $"Báo cáo kết quả khắc phục bằng văn bản về {draft.Authority.FollowUpOffice} trong thời hạn "
                + $"{Vietnamese.Number(draft.Authority.CorrectionWorkingDays)} ngày làm việc kể từ ngày ban hành công văn này.",
        ];
}
