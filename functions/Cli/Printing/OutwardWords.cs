using System.Globalization;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Cli.Printing;

/// <summary>What other people's servers said, as staff read it.</summary>
internal static class OutwardWords
{
    public static string Of(PageStatus status) =>
        status switch
        {
            PageStatus.Published => "đã công khai",
            PageStatus.WithoutWords => "không thấy nội dung công khai",
            PageStatus.Missing => "không có trang",
            PageStatus.Unreadable => "cần người xem",
            PageStatus.Unreachable => "không truy cập được",
            PageStatus.Refused => "địa chỉ không được phép",
        };

    public static string Of(PullOutcome outcome) =>
        outcome switch
        {
            PullOutcome.Stored => "đã lấy",
            PullOutcome.Unchanged => "không đổi",
            PullOutcome.NotThere => "chưa có",
            PullOutcome.Failed => "lỗi",
            PullOutcome.PutOff => "tạm dừng",
        };

    /// <summary>What a pull has not done.</summary>
    public static string OfPut(int files) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Đã lấy {files} tệp về kho nhưng chưa tiếp nhận: dịch vụ đang chạy sẽ tự tiếp nhận, hoặc tiếp nhận ngay bằng lệnh: cchc sweep"
        );

    /// <summary>"25/03/2022 18:00: vnpt_2022-03-25.csv"; "–" where there is none.</summary>
    public static string Of(PullEvent? happened) =>
        happened is null ? "–" : $"{Moment(happened.At)}, số liệu ngày {Words.Day(happened.Day)}: {happened.Text}";

    /// <summary>"3: 25/03/2022, 28/03/2022, 29/03/2022"; of more than five the first and the last; "–" where there is none.</summary>
    public static string OfGaps(IReadOnlyList<DateOnly> days) =>
        days.Count switch
        {
            0 => "–",
            <= 5 => $"{Count(days)}: {string.Join(", ", days.Select(day => Words.Day(day)))}",
            _ => $"{Count(days)}: {Words.Day(days[0])} … {Words.Day(days[^1])}",
        };

    private static string Count(IReadOnlyList<DateOnly> days) => days.Count.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => DayText.WithTime(at);
}
