using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Scoring;

namespace CCHC.Cli.Printing;

/// <summary>Criteria, follow-ups and counts as staff read them.</summary>
internal static class ReviewWords
{
    /// <summary>"Chưa đạt (chậm 12 ngày)".</summary>
    public static string Of(CriterionFinding finding) =>
        finding.Verdict switch
        {
            Verdict.Met => "Đạt",
            Verdict.Below => $"Chưa đạt ({Fault(finding)})",
            Verdict.Insufficient or Verdict.None => $"Không đủ dữ liệu ({Gap(finding)})",
        };

    /// <summary>"; lần thứ 2 liên tiếp" from the second time on.</summary>
    public static string Times(ReviewedUnit unit, string finding) =>
        unit.TimesBelow(finding) is > 1 and var times ? $"; lần thứ {Vietnamese.Figure(times)} liên tiếp" : "";

    /// <summary>What of it did not suffice.</summary>
    public static string Fault(CriterionFinding finding) =>
        finding.DaysLate > 0
            ? $"chậm {Vietnamese.Figure(finding.DaysLate)} ngày"
            : finding.Criterion.Kind switch
            {
                CriterionKind.Count when finding.Line?.Answer.Number is { } number =>
                    $"{Vietnamese.Figure(number)}/{Vietnamese.Figure(finding.Criterion.Minimum ?? 0)} {finding.Criterion.Measure}",
                CriterionKind.Address when finding.Line?.Page is { } page => Of(page.Status),
                CriterionKind.Date or CriterionKind.Count or CriterionKind.YesNo or CriterionKind.Address =>
                    "chưa thực hiện",
            };

    public static string Gap(CriterionFinding finding) =>
        finding.Gap switch
        {
            CriterionGap.None => "",
            CriterionGap.NoLine => "phiếu kiểm tra chưa ghi",
            CriterionGap.NoEvidence => "chưa có minh chứng",
            CriterionGap.NotChecked => "chưa kiểm tra trang",
            CriterionGap.CannotTell when finding.Line?.Page is { } page => Of(page.Status),
            CriterionGap.CannotTell => "chưa kết luận được",
        };

    public static string Of(PageStatus status) =>
        status switch
        {
            PageStatus.Published => "trang có nội dung công khai",
            PageStatus.WithoutWords => "trang không có nội dung công khai",
            PageStatus.Missing => "không có trang này",
            PageStatus.Unreadable => "trang không đọc được tự động, cần người xem",
            PageStatus.Unreachable => "trang không trả lời",
            PageStatus.Refused => "địa chỉ không được phép truy cập",
        };

    public static string Of(FollowUp item, DateOnly today) =>
        item.Outcome switch
        {
            FollowUpOutcome.Corrected => $"đã khắc phục ({item.OutcomePeriod})",
            FollowUpOutcome.Repeated => $"lặp lại ({item.OutcomePeriod})",
            FollowUpOutcome.Open when item.IsOverdueOn(today) => "quá hạn, chưa trả lời",
            FollowUpOutcome.Open => "đang theo dõi",
        };

    public static string Of(CountedIn counted) =>
        counted switch
        {
            CountedIn.Numerator => "tử số và mẫu số",
            CountedIn.Denominator => "chỉ mẫu số",
            CountedIn.Unknown => "chưa rõ, không tính",
        };

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.InPerson => "trực tiếp",
            Channel.Online => "trực tuyến",
            Channel.Postal => "bưu chính",
            Channel.Blank or Channel.Unrecognised => "chưa rõ",
        };

    /// <summary>28/01/2022, or nothing.</summary>
    public static string Day(DateOnly? day) => DayText.Of(day, "");
}
