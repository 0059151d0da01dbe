using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;

namespace CCHC.Cli.Printing;

/// <summary>The domain's closed choices as staff read them (domain.md §9).</summary>
internal static class Words
{
    /// <summary>25/03/2022; "chưa có" where there is none.</summary>
    public static string Day(DateOnly? day) => DayText.Of(day, "chưa có");

    public static string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.Accepted => "đã nhận",
            Outcome.Partly => "nhận một phần",
            Outcome.Refused => "bị từ chối",
            Outcome.Quarantined => "tạm giữ",
            Outcome.Duplicate => "trùng",
            Outcome.Failed => "chưa xử lý được",
            Outcome.Withdrawn => "đã rút",
        };

    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Below => "dưới chỉ tiêu",
            Verdict.Met => "đạt",
            Verdict.Insufficient => "không đủ dữ liệu",
            Verdict.None => "không phát sinh",
        };

    /// <summary>Why no verdict could be given; "" where one was.</summary>
    public static string Reason(Finding finding, ReviewedUnit unit) =>
        finding.Reason switch
        {
            Insufficiency.None => "",
            Insufficiency.EndsEarly when unit.Coverage.AsOf is null => "chưa gửi số liệu nào",
            Insufficiency.EndsEarly => $"số liệu chỉ đến ngày {Day(unit.Coverage.AsOf)}",
            Insufficiency.DaysMissing => $"thiếu số liệu của {Number(unit.Coverage.MissingDays.Count)} ngày làm việc",
            Insufficiency.Undecided =>
                $"{Number(finding.Kpi.Undecided.In(unit.Figures))} hồ sơ chưa xác định được {finding.Kpi.Undecided.UnknownOf.Name}",
            Insufficiency.Unknown =>
                $"{Number(finding.Figure.Unknown)} hồ sơ chưa xác định được {finding.Kpi.Words.UnknownOf.Name}",
            Insufficiency.NoDossiers => "không có hồ sơ nào",
        };

    private static string Number(int number) => Pipeline.Notices.Vietnamese.Figure(number);
}
