using System.Globalization;
using System.Text;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The faults of a receipt's page one by one, its warnings by kind and column.</summary>
internal static class FaultTables
{
    private const int LinesTold = 5;

    public static void Faults(StringBuilder html, IReadOnlyList<RowFault> faults)
    {
        if (faults.Count == 0)
            return;
        html.Append("<h2>Lỗi cần sửa</h2>\n");
        Open(html, "Dòng", "Cột", "Lỗi", "Đang có", "Cần có", "Ví dụ");
        foreach (var fault in faults.Where(fault => fault.Code != FaultCodes.More))
            Row(html, "Lỗi", Line(fault.Line), fault);
        Close(html, faults);
    }

    /// <summary>Warnings, by kind.</summary>
    /// <param name="html">The page so far.</param>
    /// <param name="warnings">Of the file and its rows.</param>
    /// <param name="areTaken">Whether the rows that are warned of were taken in.</param>
    public static void Warnings(StringBuilder html, IReadOnlyList<RowFault> warnings, bool areTaken)
    {
        if (warnings.Count == 0)
            return;
        html.Append("<h2>Lưu ý</h2>\n<p>")
            .Said(
                areTaken
                    ? "Các dòng này được nhận; nội dung nêu dưới đây cần xem lại."
                    : "Nội dung nêu dưới đây cũng cần xem lại trước khi gửi lại tệp."
            )
            .Append("</p>\n");
        Open(html, "Dòng", "Cột", "Lưu ý", "Đang có", "Nên có", "Ví dụ");
        foreach (var kind in Grouped(warnings))
            Row(html, "Lưu ý", Lines(kind), kind.First());
        Close(html, warnings);
    }

    private static IEnumerable<IGrouping<(string, string), RowFault>> Grouped(IEnumerable<RowFault> warnings) =>
        warnings.Where(warning => warning.Code != FaultCodes.More).GroupBy(warning => (warning.Code, warning.Column));

    private static void Open(StringBuilder html, params ReadOnlySpan<string> headings)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var heading in headings)
            html.Append("<th scope=\"col\">").Said(heading).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
    }

    private static void Row(StringBuilder html, string kind, string lines, RowFault fault)
    {
        var advice = FaultGuide.Of(fault.Code);
        html.Append("<tr>");
        Cell(html, "Dòng", lines, " class=\"number\"");
        Cell(html, "Cột", fault.Column);
        Cell(html, kind, fault.Message);
        Cell(html, "Đang có", fault.Found ?? "");
        Cell(html, "Cần có", advice.Expected);
        Cell(html, "Ví dụ", advice.Example);
        html.Append("</tr>\n");
    }

    private static void Cell(StringBuilder html, string label, string text, string attribute = "") =>
        html.Append("<td data-label=\"")
            .Said(label)
            .Append('"')
            .Append(attribute)
            .Append('>')
            .Said(text)
            .Append("</td>");

    /// <summary>The reader's own count of what isn't listed.</summary>
    private static void Close(StringBuilder html, IEnumerable<RowFault> all)
    {
        html.Append("</tbody>\n</table>\n");
        foreach (var more in all.Where(fault => fault.Code == FaultCodes.More))
            html.Append("<p><strong>").Said(more.Message).Append("</strong></p>\n");
    }

    private static string Lines(IGrouping<(string, string), RowFault> kind)
    {
        var lines = kind.Where(warning => warning.Line > 0).Select(warning => Line(warning.Line)).ToList();
        if (lines.Count == 0)
            return Line(0);
        var told = string.Join(", ", lines.Take(LinesTold));
        return lines.Count > LinesTold ? $"{told} … ({Vietnamese.Figure(lines.Count)} dòng)" : told;
    }

    private static string Line(int line) => line == 0 ? "cả tệp" : line.ToString(CultureInfo.InvariantCulture);
}
