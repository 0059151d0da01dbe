using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Notices;

/// <summary>Which day a letter may carry, and whether its deadlines can be trusted.</summary>
public static class IssueDates
{
    /// <summary>Why a letter on a period can't carry that day, in Vietnamese; null when it can.</summary>
    public static string? Fault(DateOnly date, Period period, DateOnly today) =>
        date <= period.To
            ? $"Ngày {Text(date)} không hợp lệ: công văn về kỳ {period.Name} phải ban hành sau khi kỳ kết thúc (đến hết ngày {Text(period.To)})."
        : date > today ? $"Ngày {Text(date)} không hợp lệ: sau ngày hôm nay ({Text(today)})."
        : null;

    /// <summary>Said when the list of days off does not reach the deadlines; null when it does.</summary>
    public static string? Warning(IssuedNotice notice, WorkingCalendar calendar)
    {
        var last = notice.CorrectionDeadline > notice.DataDeadline ? notice.CorrectionDeadline : notice.DataDeadline;
        return calendar.Covers(notice.Date) && calendar.Covers(last)
            ? null
            : $"Lịch ngày nghỉ chưa có dữ liệu đến ngày {Text(last)}: thời hạn chỉ trừ thứ Bảy, Chủ nhật. Bổ sung ngày nghỉ và kiểm tra lại thời hạn.";
    }

    private static string Text(DateOnly day) => DayText.Of(day);
}
