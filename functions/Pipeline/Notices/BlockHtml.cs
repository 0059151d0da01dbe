using System.Diagnostics;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>One block of a body as HTML.</summary>
internal static class BlockHtml
{
    public static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Element(heading.Level == 1 ? "h2" : "h3", "section", heading.Text);
                break;
            case Paragraph paragraph:
                html.Element("p", "", paragraph.Text);
                break;
            case Caption caption:
                html.Element("p", "caption", caption.Text);
                break;
            case Note note:
                html.Element("p", "note", note.Text);
                break;
            case FigureTable table:
                Table(html, table);
                break;
            case DataTable table:
                Table(html, table);
                break;
            case Drawing drawing:
                html.Append("<figure>").Append(drawing.Html).Append("</figure>\n");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Table(StringBuilder html, FigureTable table)
    {
        html.Append("<table class=\"figures\">\n<thead><tr>");
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

    private static void Table(StringBuilder html, DataTable table)
    {
        html.Append("<table class=\"data\">\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append("<th scope=\"col\">").AppendText(column.Title).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(row.IsBold ? "<tr class=\"sum\">" : "<tr>");
            foreach (var (index, cell) in row.Cells.Index())
                html.Append("<td class=\"")
                    .Append(Name(table.Columns[index].Align))
                    .Append("\">")
                    .AppendText(cell)
                    .Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static string Name(ColumnAlign align) =>
        align switch
        {
            ColumnAlign.Left => "left",
            ColumnAlign.Center => "center",
            ColumnAlign.Right => "right",
        };
}
