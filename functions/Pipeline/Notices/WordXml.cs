using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>Writes the few pieces of WordprocessingML a letter is made of.</summary>
internal static class WordXml
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static StringBuilder Paragraph(this StringBuilder xml, ParagraphFormat format, string text) =>
        text.Length == 0
            ? xml.Append(format.Blank)
            : xml.Append(format.Opening).AppendText(text).Append(ParagraphFormat.Closing);

    /// <summary>A drawn line in the middle of a column: the top border of a paragraph two points high.</summary>
    public static StringBuilder Line(this StringBuilder xml, int length, int column)
    {
        var side = Math.Max(0, (column - length) / 2);
        return xml.Append(
            Plain,
            $"<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"60\" w:after=\"0\" w:line=\"40\" w:lineRule=\"exact\"/><w:ind w:left=\"{side}\" w:right=\"{side}\"/><w:rPr><w:sz w:val=\"4\"/></w:rPr></w:pPr></w:p>"
        );
    }

    /// <summary>Opens a table of fixed columns; without borders its text begins at the margin.</summary>
    public static StringBuilder OpenTable(this StringBuilder xml, bool borders, params ReadOnlySpan<int> columns)
    {
        var width = 0;
        foreach (var column in columns)
            width += column;
        xml.Append(Plain, $"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>");
        xml.Append(borders ? Bordered : Borderless).Append("</w:tblPr><w:tblGrid>");
        foreach (var column in columns)
            xml.Append(Plain, $"<w:gridCol w:w=\"{column}\"/>");
        return xml.Append("</w:tblGrid>");
    }

    public static StringBuilder CloseTable(this StringBuilder xml) => xml.Append("</w:tbl>");

    /// <summary>A row that doesn't break across pages.</summary>
    public static StringBuilder OpenRow(this StringBuilder xml, bool header = false) =>
        xml.Append(
            header ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        );

    public static StringBuilder CloseRow(this StringBuilder xml) => xml.Append("</w:tr>");

    public static StringBuilder OpenCell(this StringBuilder xml, int width) =>
        xml.Append(Plain, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");

    /// <summary>A cell whose text may stand in the middle of a higher row.</summary>
    public static StringBuilder OpenCell(this StringBuilder xml, int width, bool middle) =>
        middle
            ? xml.Append(
                Plain,
                $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
            )
            : xml.OpenCell(width);

    public static StringBuilder CloseCell(this StringBuilder xml) => xml.Append("</w:tc>");

    private const string Bordered =
        "<w:jc w:val=\"center\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        + "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        + "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        + "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
        + "<w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>";

    private const string Borderless =
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>";
}
