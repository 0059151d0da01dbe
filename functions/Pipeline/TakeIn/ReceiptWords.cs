using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Sentences of a receipt that only the take-in can say.</summary>
public static class ReceiptWords
{
    public static string Duplicate(ExportReading reading) =>
        $"Tệp {reading.Upload.File} có nội dung trùng với một tệp đã nạp cho cùng ngày số liệu {Day(reading.AsOf)}; số liệu không thay đổi.";

    public static string WithEffect(ExportReading reading, UploadEffect? effect) =>
        effect is null ? reading.Message : $"{reading.Message} {Effect(effect)}";

    /// <summary>"changed" and "superseded", so that a desk learns when a correction had no effect.</summary>
    private static string Effect(UploadEffect effect)
    {
        var changed =
            effect.Changed == 0
                ? "Không hồ sơ nào thay đổi so với số liệu đã có."
                : $"{effect.Changed} hồ sơ được cập nhật.";
        return effect.Superseded == 0
            ? changed
            : changed
                + $" {effect.Superseded} hồ sơ có nội dung không được dùng, vì một tệp của ngày số liệu sau (hoặc gửi sau) đã ghi khác.";
    }

    public static string Withdrawn(string file, Withdrawal withdrawal)
    {
        var day = Day(Periods.VietnamTime.DayOf(withdrawal.At));
        return $"Tệp {file} đã được rút ngày {day}, không còn được tính vào số liệu. Lý do: {withdrawal.Reason.TrimEnd('.')}.";
    }

    public static string StillCounted(bool hasCopy, int earlier) =>
        (
            hasCopy
                ? " Một tệp khác có cùng nội dung cho cùng ngày số liệu vẫn được tính; nếu sai, hãy rút cả tệp đó."
                : ""
        ) + (earlier == 0 ? "" : $" {earlier} lần gửi trước với cùng tên tệp vẫn được tính.");

    public static string Again(Receipt earlier) =>
        $"Tệp {earlier.File} đã được nạp trước đó với cùng nội dung; số liệu không thay đổi.";

    public static string Impossible(string name) =>
        $"Đường dẫn \"{name}\" không có dạng {{mã đơn vị}}/{{tên tệp}}. Hãy tải tệp lên đúng thư mục của đơn vị.";

    public static string TooLarge(long bytes, long most) =>
        $"Tệp có dung lượng {Megabytes(bytes)} MB, vượt quá giới hạn {Megabytes(most)} MB. Hãy chia nhỏ tệp rồi tải lên lại.";

    public static string Failed(string file) =>
        $"Hệ thống chưa xử lý được tệp {file} sau nhiều lần thử. Tệp vẫn được giữ nguyên và sẽ được tự động thử lại hằng ngày.";

    private static string Day(DateOnly day) => DayText.Of(day);

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
