using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Notices;

/// <summary>The text of a corrective notice: what was missed, what to do about it at once, who follows it up.</summary>
internal static class CorrectiveNotice
{
    public static LetterText Of(Draft draft)
    {
        var (unit, authority) = draft;
        var missed = Missed.Of(draft);
        var body = new LetterBody();
        body.Say(
            $"Qua kiểm tra, đánh giá kết quả thực hiện công tác cải cách hành chính {draft.Period} của {draft.Introduced} "
                + $"({draft.Basis}), {authority.Head} có ý kiến như sau:"
        );
        body.Section("Kết quả kiểm tra");
        draft.SayCorrected(body);
        SayMissed(body, missed, draft);
        draft.ShowFigures(body);
        draft.SayNotAssessed(body);
        body.Section($"{authority.Orders} chấn chỉnh");
        body.Say(
            $"{authority.Orders} {draft.Head} chỉ đạo khắc phục ngay {(missed.Count == 1 ? "hạn chế" : "các hạn chế")} nêu trên, tập trung thực hiện các nội dung sau:"
        );
        body.Points(Orders(missed, draft));
        if (unit.IsInsufficient)
        {
            var request = new MissingData(unit, authority);
            body.Section("Đề nghị bổ sung dữ liệu");
            body.Say(
                $"Ngoài các nội dung trên, đề nghị {draft.Committee} gửi bổ sung dữ liệu {request.Deadline} để có đủ cơ sở đánh giá:"
            );
            body.Points(request.Points);
        }
        body.Section("Tổ chức thực hiện");
        body.Say(
            $"Giao {authority.FollowUpOffice} theo dõi, đôn đốc, kiểm tra việc thực hiện của {draft.Committee}, tổng hợp, báo cáo {authority.HeadShort}."
        );
        return new(
            $"V/v chấn chỉnh công tác cải cách hành chính qua kết quả kiểm tra {draft.Period}",
            body.Blocks,
            $"{authority.Orders} {draft.Head} nghiêm túc triển khai thực hiện./."
        );
    }

    private static void SayMissed(LetterBody body, IReadOnlyList<Missed> missed, Draft draft)
    {
        if (missed is [var only])
        {
            body.Say(only.AsOnlyOne);
            return;
        }
        body.Say($"{draft.Committee} {Counted(draft)}:");
        body.Points([.. missed.Select(m => m.AsPoint)]);
    }

    private static string Counted(Draft draft)
    {
        var kpis = draft.Unit.Findings.Count(finding => finding.Verdict is Verdict.Below);
        var criteria = draft.Unit.Inspected.Count(finding => finding.Verdict is Verdict.Below);
        var (targets, contents) = (Vietnamese.Number(kpis), Vietnamese.Number(criteria));
        return (kpis, criteria) switch
        {
            (_, 0) => $"có {targets} chỉ tiêu chưa đạt",
            (0, _) => $"có {contents} nội dung chưa đạt yêu cầu",
            _ =>
                $"có {Vietnamese.Number(kpis + criteria)} hạn chế, gồm {targets} chỉ tiêu chưa đạt và {contents} nội dung chưa đạt yêu cầu",
        };
    }

    private static List<string> Orders(IReadOnlyList<Missed> missed, Draft draft) =>
        [
            .. missed.Select(m => m.Task).Append(KpiOrders.ReturnByPost).Distinct(StringComparer.Ordinal),
            .. Repetition.Orders(missed, draft),
            $"Báo cáo kết quả khắc phục bằng văn bản về {draft.Authority.FollowUpOffice} trong thời hạn "
                + $"{Vietnamese.Number(draft.Authority.CorrectionWorkingDays)} ngày làm việc kể từ ngày ban hành công văn này.",
        ];
}
