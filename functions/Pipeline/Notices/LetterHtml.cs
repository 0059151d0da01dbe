using System.Text;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Notices;

/// <summary>A letter as one self-contained page without scripts: a preview that says whether it is a draft.</summary>
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
        html.Append(letter.IssuedAs.Length > 0 ? "<title>" : "<title>Dự thảo: ").AppendText(Title(letter));
        html.Append("</title>\n</head>\n<body>\n");
        Banner(html, letter);
        html.Append("<main class=\"letter\">\n");
        Head(html, letter);
        Addressees(html, letter);
        html.Append("<div class=\"body\">\n");
        foreach (var block in letter.Body)
            BlockHtml.Write(html, block);
        html.Element("p", "closing", letter.Closing).Append("</div>\n");
        Foot(html, letter);
        foreach (var appendix in letter.Appendices)
            Write(html, appendix);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Title(Letter letter) =>
        letter.Kind switch
        {
            DocumentKind.OfficialLetter => letter.Subject,
            DocumentKind.Report => $"Báo cáo {Vietnamese.LowerFirst(letter.Subject)}",
        };

    private static void Banner(StringBuilder html, Letter letter)
    {
        if (letter.IssuedAs.Length == 0)
            html.Append(Draft);
        else
            html.Append("<aside class=\"issued\"><strong>ĐÃ BAN HÀNH</strong> ")
                .AppendText(letter.IssuedAs)
                .Append(". Bản có chữ ký và con dấu là bản chính. Dòng này không thuộc nội dung văn bản.</aside>\n");
    }

    private static void Head(StringBuilder html, Letter letter)
    {
        html.Append("<header class=\"head\">\n<div>\n");
        if (letter.Superior.Length > 0)
            html.Element("p", "superior", letter.Superior);
        foreach (var line in letter.Issuer)
            html.Lined("issuer", line);
        html.Append("</div>\n<div>\n").Element("p", "country", Letter.Country).Lined("motto", Letter.Motto);
        html.Append("</div>\n<div>\n").Element("p", "number", letter.Number);
        if (letter.Kind is DocumentKind.OfficialLetter)
            html.Element("p", "subject", letter.Subject);
        html.Append("</div>\n<div>\n").Element("p", "place", letter.PlaceAndDate).Append("</div>\n</header>\n");
        if (letter.Kind is DocumentKind.Report)
            html.Element("h1", "kind", Letter.ReportWord).Lined("title", letter.Subject);
    }

    private static void Addressees(StringBuilder html, Letter letter)
    {
        if (letter.Addressees is [])
            return;
        if (letter.Addressees is [var only])
        {
            html.Element("p", "addressee", $"Kính gửi: {only}");
            return;
        }
        html.Append("<div class=\"addressees\">\n").Element("p", "", "Kính gửi:").Append("<div>\n");
        foreach (var line in letter.AddresseeLines)
            html.Element("p", "", line);
        html.Append("</div>\n</div>\n");
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

    private static void Write(StringBuilder html, Appendix appendix)
    {
        html.Append("<section class=\"appendix\">\n").Element("h1", "", appendix.Word);
        html.Element("h1", "", appendix.Title);
        if (appendix.Reference.Length > 0)
            html.Element("p", "reference", appendix.Reference);
        html.Append("<div class=\"body\">\n");
        foreach (var block in appendix.Body)
            BlockHtml.Write(html, block);
        html.Append("</div>\n</section>\n");
    }
}
