using System.Text;

namespace CCHC.Pipeline.Tests.Samples.Matrix;

/// <summary>A sheet as separated text or as a page; every text may be rewritten on its way.</summary>
internal static class Writing
{
    public static string Separated(SheetCell?[][] rows, char separator)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(separator, row.Select(cell => Quoted(cell?.Text ?? "", separator))).Append("\r\n");
        return text.ToString();
    }

    /// <summary>A table as a one-stop system's "Xuất Excel" writes it.</summary>
    public static string Html(SheetCell?[][] rows, string? charset = null)
    {
        var meta = charset is null
            ? ""
            : $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">";
        var page = new StringBuilder($"<html><head>{meta}</head><body>\n<table border=\"1\">\n");
        foreach (var row in rows)
            page.Append("<tr>").AppendJoin("", row.OfType<SheetCell>().Select(Td)).Append("</tr>\n");
        return page.Append("</table></body></html>\n").ToString();
    }

    private static string Td(SheetCell cell)
    {
        var columns = cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "";
        var rows = cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "";
        return $"<td{columns}{rows}>{Escaped(cell.Text)}</td>";
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0
            ? text
            : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
