using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// A receipt as one self-contained page without scripts, for the desk officer who sent the file: on a telephone, on
/// paper, and without colours. Made of the receipt alone, so that it never says anything else.
/// </summary>
public static class ReceiptPage
{
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly Lazy<string> Opening = new(() =>
        $"<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n{Shipped.Read("receipt.css")}</style>\n"
    );

    public static byte[] Of(Receipt receipt) => Encoding.UTF8.GetBytes(Write(receipt));

    public static string Write(Receipt receipt)
    {
        var html = new StringBuilder(Opening.Value, capacity: 8 * 1024);
        html.Append("<title>Phiếu nhận tệp: ").Said(receipt.File).Append("</title>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>Phiếu nhận tệp ").Name(receipt.File).Append("</h1>\n");
        Outcome(html, receipt);
        Counts(html, receipt);
        Superseded(html, receipt);
        Doubts(html, receipt);
        html.Append("<h2>Việc cần làm</h2>\n");
        foreach (var step in NextSteps.Of(receipt))
            html.Append("<p>").Said(step).Append("</p>\n");
        if (NextSteps.AsksToSendAgain(receipt))
            html.Append("<p>Tên tệp khi gửi lại: ").Name(receipt.File).Append("</p>\n");
        FaultTables.Faults(html, receipt.Faults);
        FaultTables.Warnings(html, receipt.Warnings, areTaken: receipt.Accepted > 0);
        html.Append("<footer>")
            .Said($"Dạng tệp nhận ra: {Shown(receipt.Format)}. Mã nội dung tệp: {Shown(receipt.Sha256)}")
            .Append("</footer>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Outcome(StringBuilder html, Receipt receipt)
    {
        var (tone, word) = OutcomeWords.Of(receipt.Outcome);
        html.Append("<div class=\"outcome ").Append(tone).Append("\"><strong>").Said(word).Append("</strong>\n");
        html.Append("<p>").Said(receipt.Message).Append("</p></div>\n");
    }

    private static void Counts(StringBuilder html, Receipt receipt)
    {
        html.Append("<dl>\n");
        Count(html, "Số dòng hồ sơ trong tệp", receipt.Rows);
        Count(html, "Số dòng được nhận", receipt.Accepted);
        Count(html, "Số dòng không được nhận", receipt.Refused);
        Count(html, "Hồ sơ được cập nhật", receipt.Changed);
        Count(html, "Hồ sơ không được dùng vì tệp sau ghi khác", receipt.Superseded);
        Item(html, "Số liệu đến ngày", Day(receipt.AsOf));
        Item(html, "Gửi lúc", Time(receipt.UploadedAt));
        Item(html, "Xử lý lúc", Time(receipt.TakenInAt));
        Item(html, "Đơn vị", receipt.UnitName is { } name ? $"{name} ({receipt.Unit})" : receipt.Unit);
        if (receipt.Withdrawn is { } withdrawal)
            Item(html, "Rút lúc", Time(withdrawal.At));
        html.Append("</dl>\n");
    }

    private static void Superseded(StringBuilder html, Receipt receipt)
    {
        if (receipt.SupersededCodes is not { Count: > 0 } codes)
            return;
        html.Append("<h2>Hồ sơ có nội dung không được dùng</h2>\n<p>")
            .Said("Một tệp của ngày số liệu sau, hoặc gửi sau, đã ghi khác về các hồ sơ này nên được lấy. ")
            .Said("Nếu tệp này là bản đính chính: sửa ở hệ thống một cửa rồi xuất lại với ngày số liệu mới hơn.")
            .Append("</p>\n<ul class=\"codes\">\n");
        foreach (var code in codes)
            html.Append("<li>").Said(code).Append("</li>\n");
        html.Append("</ul>\n");
        if (receipt.Superseded > codes.Count)
            html.Append("<p>").Said($"Và {Figure(receipt.Superseded - codes.Count)} hồ sơ khác.").Append("</p>\n");
    }

    private static void Doubts(StringBuilder html, Receipt receipt)
    {
        if (receipt.Doubts.Count == 0)
            return;
        html.Append("<h2>Nghi vấn</h2>\n");
        foreach (var doubt in receipt.Doubts)
            html.Append("<p>").Said(doubt.Message).Append("</p>\n");
    }

    private static void Count(StringBuilder html, string label, int count) => Item(html, label, Figure(count));

    private static void Item(StringBuilder html, string label, string value) =>
        html.Append("<div><dt>").Said(label).Append("</dt><dd>").Said(value).Append("</dd></div>\n");

    private static string Figure(int count) => Vietnamese.Figure(count);

    private static string Shown(string text) => text.Length == 0 ? "không rõ" : text;

    private static string Day(DateOnly? day) => DayText.Of(day, "không rõ");

    private static string Time(DateTimeOffset time) => $"{DayText.InFull(time)} (giờ Việt Nam)";
}
