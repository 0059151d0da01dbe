using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists;

/// <summary>A checklist's receipt as one self-contained page without scripts, made of the receipt alone.</summary>
public static class ChecklistReceiptPage
{
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Marks that turn the direction of what follows.</summary>
    private static readonly SearchValues<char> Directions = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    public static string Write(ChecklistReceipt receipt)
    {
        var (tone, word) = OutcomeWords.Of(receipt.Outcome);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n")
            .Append(Shipped.Read("receipt.css"))
            .Append("</style>\n<title>")
            .Append(Said($"Phiếu nhận phiếu kiểm tra: {receipt.File}"))
            .Append("</title>\n</head>\n<body>\n<main>\n<h1>Phiếu nhận phiếu kiểm tra <bdi>")
            .Append(Said(receipt.File))
            .Append("</bdi></h1>\n<div class=\"outcome ")
            .Append(tone)
            .Append("\"><strong>")
            .Append(Said(word))
            .Append("</strong>\n<p>")
            .Append(Said(receipt.Message))
            .Append("</p></div>\n");
        Counts(page, receipt);
        page.Append("<h2>Việc cần làm</h2>\n<p>").Append(Said(NextStep(receipt))).Append("</p>\n");
        Table(page, "Lỗi cần sửa", "Lỗi", receipt.Faults);
        Table(page, "Lưu ý", "Lưu ý", receipt.Warnings);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Counts(StringBuilder page, ChecklistReceipt receipt)
    {
        page.Append("<dl>\n");
        Item("Kỳ", receipt.Period.Length > 0 ? receipt.Period : "không rõ");
        Item("Số dòng đã điền", Number(receipt.Lines));
        Item("Số dòng được nhận", Number(receipt.Accepted));
        Item("Số dòng bị từ chối", Number(receipt.Refused));
        Item("Số dòng để trống", Number(receipt.Blank));
        Item("Gửi lúc", Time(receipt.UploadedAt));
        Item("Xử lý lúc", Time(receipt.TakenInAt));
        Item("Dạng tệp nhận ra", receipt.Format.Length > 0 ? receipt.Format : "không rõ");
        page.Append("</dl>\n");

        void Item(string label, string value) =>
            page.Append("<div><dt>")
                .Append(Said(label))
                .Append("</dt><dd>")
                .Append(Said(value))
                .Append("</dd></div>\n");
    }

    private static string NextStep(ChecklistReceipt receipt) =>
        receipt.Outcome switch
        {
            Outcome.Accepted or Outcome.Duplicate when receipt.Warnings.Count > 0 =>
                "Không phải gửi lại. Xem các lưu ý bên dưới; có sửa thì gửi lại cả phiếu.",
            Outcome.Accepted or Outcome.Duplicate => "Không phải làm gì thêm.",
            Outcome.Partly =>
                "Sửa những dòng có lỗi bên dưới rồi gửi lại cả phiếu; dòng đã nhận không bị tính hai lần.",
            Outcome.Refused or Outcome.Quarantined or Outcome.Withdrawn =>
                "Không dòng nào của phiếu được tính. Sửa những lỗi bên dưới rồi gửi lại.",
            Outcome.Failed => "Không phải gửi lại: hệ thống tự thử lại hằng ngày.",
        };

    private static void Table(StringBuilder page, string title, string kind, IReadOnlyList<RowFault> faults)
    {
        if (faults.Count == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Said(title)}</h2>\n<table>\n<thead><tr>");
        foreach (var heading in (string[])["Dòng", "Cột", kind])
            page.Append("<th scope=\"col\">").Append(Said(heading)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var fault in faults)
        {
            page.Append("<tr>");
            Cell("Dòng", fault.Line == 0 ? "cả tệp" : Number(fault.Line));
            Cell("Cột", fault.Column);
            Cell(kind, fault.Message);
            page.Append("</tr>\n");
        }
        page.Append("</tbody>\n</table>\n");

        void Cell(string label, string text) =>
            page.Append("<td data-label=\"").Append(Said(label)).Append("\">").Append(Said(text)).Append("</td>");
    }

    private static string Said(string text) =>
        Html.Encode(string.Concat(text.Select(c => Directions.Contains(c) ? '\uFFFD' : c)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => $"{DayText.InFull(time)} (giờ Việt Nam)";
}
