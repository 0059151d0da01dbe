using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Sentences of a receipt that only the take-in can say.</summary>
public static class ReceiptWords
{
    public static string Duplicate(ExportReading reading) =>
        $"Tệp {reading.Upload.File} có nội dung trùng với một tệp đã nạp cho cùng ngày số liệu {Day(reading.AsOf)}; số liệu không thay đổi.";

    public static string WithEffect(ExportReading reading, UploadEffect? effect) =>
        effect is null
            ? reading.Message
            : reading.Message
                + $" {effect.Changed} hồ sơ được cập nhật."
                + (
                    effect.Superseded == 0
                        ? ""
                        : $" {effect.Superseded} hồ sơ có nội dung không được dùng vì một lần xuất sau đã ghi khác."
                );

    public static string Again(Receipt earlier) =>
        $"Tệp {earlier.File} đã được nạp trước đó với cùng nội dung; số liệu không thay đổi.";

    public static string Impossible(string name) =>
        $"Đường dẫn \"{name}\" không có dạng {{mã đơn vị}}/{{tên tệp}}. Hãy tải tệp lên đúng thư mục của đơn vị.";

    public static string TooLarge(long bytes, long most) =>
        $"Tệp có dung lượng {Megabytes(bytes)} MB, vượt quá giới hạn {Megabytes(most)} MB. Hãy chia nhỏ tệp rồi tải lên lại.";

    public static string Failed(string file) =>
        $"Hệ thống chưa xử lý được tệp {file} sau nhiều lần thử. Tệp vẫn được giữ nguyên và sẽ được tự động thử lại hằng ngày.";

    private static string Day(DateOnly day) =>
        day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);
}
