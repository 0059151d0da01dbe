using System.Diagnostics;
using System.Text;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Notices;

/// <summary>A letter as one self-contained page without scripts: a preview that says it is a draft.</summary>
public static class LetterHtml
{
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly Lazy<string> Opening = new(() =>
        $"<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n{Shipped.Read("letter.css")}</style>\n"
    );

    private const string Draft =
        "<aside class=\"draft\"><strong>BẢN DỰ THẢO</strong> – chưa ban hành, chưa có giá trị thực hiện. "
        + "Số, ngày do văn thư ghi khi ban hành; chữ ký do người có thẩm quyền ký. Dòng này không thuộc nội dung văn bản.</aside>\n";

    public static string Write(Letter letter)
    {
        var html = new StringBuilder(Opening.Value, capacity: 16 * 1024);
        html.Append("<title>Dự thảo: ").AppendText(letter.Subject).Append("</title>\n</head>\n<body>\n").Append(Draft);
        html.Append("<main class=\"letter\">\n");
        Head(html, letter);
        html.Element("p", "addressee", $"Kính gửi: {letter.Addressee}").Append("<div class=\"body\">\n");
        foreach (var block in letter.Body)
            Write(html, block);
        html.Element("p", "closing", letter.Closing).Append("</div>\n");
        Foot(html, letter);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, Letter letter)
    {
        html.Append("<header class=\"head\">\n<div>\n");
        if (letter.Superior.Length > 0)
            html.Element("p", "superior", letter.Superior);
        foreach (var line in letter.Issuer)
            html.Lined("issuer", line);
        html.Append("</div>\n<div>\n").Element("p", "country", Letter.Country).Lined("motto", Letter.Motto);
        html.Append("</div>\n<div>\n").Element("p", "number", letter.Number).Element("p", "subject", letter.Subject);
        html.Append("</div>\n<div>\n").Element("p", "place", letter.PlaceAndDate).Append("</div>\n</header>\n");
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Element("h2", "section", heading.Text);
                break;
            case Paragraph paragraph:
                html.Element("p", "", paragraph.Text);
                break;
            case FigureTable table:
                Table(html, table);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Table(StringBuilder html, FigureTable table)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var title in (ReadOnlySpan<string>)[table.Header.Mark, table.Header.Label, table.Header.Value])
            html.Append("<th scope=\"col\">").AppendText(title).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(row.IsSum ? "<tr class=\"sum\"><td>" : "<tr class=\"part\"><td>").AppendText(row.Mark);
            html.Append("</td><th scope=\"row\">").AppendText(row.Label);
            html.Append("</th><td>").AppendText(row.Value).Append("</td></tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Foot(StringBuilder html, Letter letter)
    {
        html.Append("<footer class=\"foot\">\n<div class=\"copies\">\n").Element("h2", "", "Nơi nhận:");
        foreach (var line in letter.CopiesTo)
            html.Element("p", "", line);
        html.Append("</div>\n<div class=\"signature\">\n");
        foreach (var line in letter.SignerForm)
            html.Element("p", "", line);
        html.Append("</div>\n</footer>\n");
    }

    private static StringBuilder Element(this StringBuilder html, string name, string style, string text)
    {
        html.Append('<').Append(name);
        if (style.Length > 0)
            html.Append(" class=\"").Append(style).Append('"');
        return html.Append('>').AppendText(text).Append("</").Append(name).Append(">\n");
    }

    private static StringBuilder Lined(this StringBuilder html, string style, string text) =>
        html.Append("<p class=\"").Append(style).Append("\"><span>").AppendText(text).Append("</span></p>\n");
}
