using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CCHC.Pipeline.Intake;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>AngleSharp's tree, laid out naively and written as CSV, must be read like the page itself.</summary>
public class HtmlOracleTests
{
    /// <summary>Without th: AngleSharp lets its end tag close a td, which the standard (§13.2.6.4.15) ignores.</summary>
    private static readonly string[] Soup =
    [
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<tbody>",
        "</tbody>",
        "<thead>",
        "</thead>",
        "<td colspan=2>",
        "<td rowspan=2>",
        "<td rowspan=3 colspan=2>",
        "<b>",
        "</b>",
        "</p>",
        "<!-- <td> -->",
        "<![if x]>",
        "<span title='<td>'>",
        "</span>",
        "<script>'<td>'</script>",
        "Đang xử lý",
        "Trực tuyến",
        "10/03/2022",
        "11/03/2022",
        "H&#7897; t&igrave;ch",
        "000.19.05.H20-220310-0007",
        "&nbsp;",
        "<",
        "\n",
        "lạ",
    ];

    [Property(MaxTest = 1000)]
    public void Any_soup_of_tags_is_read_as_a_browser_reads_it(int seed)
    {
        var random = new Random(seed);
        var soup = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Soup[random.Next(Soup.Length)]));
        var page = HtmlPages.Table(HtmlPages.Row(1), soup, "</table>");
        var (read, judged) = (HtmlPages.Read(page), AnExport.Read(Csv(page)));
        read.Kept.ShouldBe(judged.Kept, page);
        read.Faults.Select(Told).ShouldBe(judged.Faults.Select(Told), page);
    }

    [Theory]
    [InlineData(
        "nbsp iexcl szlig agrave Agrave eth ETH yuml abreve Dstrok dstrok itilde utilde hellip ndash rsquo trade"
    )]
    [InlineData("euro OElig scaron Zcaron permil horbar apos lsqb rcub num hyphen dash minus le rarr Hat ensp")]
    public void References_are_what_the_standard_says(string names)
    {
        foreach (var name in names.Split(' '))
        {
            var shown = new HtmlParser().ParseDocument($"<p>&{name};").Body!.TextContent.Trim('\n');
            var field = shown == "\u00A0" || shown == "\u2002" ? " " : shown;
            var letter = field is "Ð" or "ð" ? Dstroke(field) : field;
            HtmlPages.Says($"Ngân{"&" + name + ";"}sách", $"Ngân{letter}sách").ShouldBeTrue(name);
        }
    }

    /// <summary>Eth is no Vietnamese letter; it stands for the one that looks like it.</summary>
    private static string Dstroke(string eth) => eth == "Ð" ? "Đ" : "đ";

    private static (int, string, string) Told(RowFault fault) => (fault.Line, fault.Column, fault.Code);

    private static string Csv(string page)
    {
        var table = new HtmlParser().ParseDocument(page).QuerySelector<IHtmlTableElement>("table")!;
        var grid = new Dictionary<(int Row, int Column), string>();
        // In the order of the text: table.Rows has the head first and the foot last.
        var rows = table.QuerySelectorAll<IHtmlTableRowElement>("tr").ToList();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Children.OfType<IHtmlTableCellElement>())
            {
                while (grid.ContainsKey((row, column)))
                    column++;
                Fill(grid, rows, row, column, cell);
                column++;
            }
        }
        return string.Join('\n', Enumerable.Range(0, rows.Count).Select(row => Line(grid, row)));
    }

    private static void Fill(
        Dictionary<(int Row, int Column), string> grid,
        List<IHtmlTableRowElement> rows,
        int row,
        int column,
        IHtmlTableCellElement cell
    )
    {
        foreach (var script in cell.QuerySelectorAll("script"))
            script.Remove();
        var text = string.Join(
            ' ',
            cell.TextContent.Split((char[])[' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
        );
        for (var down = 0; down < Span(cell, "rowspan") && row + down < rows.Count; down++)
        {
            if (rows[row + down].Parent != rows[row].Parent)
                break;
            for (var right = 0; right < Span(cell, "colspan"); right++)
                grid.TryAdd((row + down, column + right), right == 0 ? text : "");
        }
    }

    private static int Span(IHtmlTableCellElement cell, string name) =>
        int.Parse(cell.GetAttribute(name) ?? "1", CultureInfo.InvariantCulture);

    /// <summary>The six columns of the header; in quotes, as it stands.</summary>
    private static string Line(Dictionary<(int Row, int Column), string> grid, int row) =>
        string.Join(';', Enumerable.Range(0, 6).Select(column => $"\"{grid.GetValueOrDefault((row, column), "")}\""));
}
