using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>A letter as word/document.xml: head, body, foot, in the order of the page.</summary>
internal static class DocumentXml
{
    private const string Opening =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

    // A document ends in a paragraph; after the foot's table it must not take up a line, or a page.
    private static readonly string Closing = string.Create(
        CultureInfo.InvariantCulture,
        $"<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"{DocxParts.HeaderId}\"/><w:pgSz w:w=\"{PageLayout.Width}\" w:h=\"{PageLayout.Height}\"/><w:pgMar w:top=\"{PageLayout.Top}\" w:right=\"{PageLayout.Right}\" w:bottom=\"{PageLayout.Bottom}\" w:left=\"{PageLayout.Left}\" w:header=\"{PageLayout.PageNumber}\" w:footer=\"{PageLayout.PageNumber}\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    );

    private const int MarkColumn = 800;
    private const int ValueColumn = 1700;
    private const int LabelColumn = PageLayout.Text - MarkColumn - ValueColumn;
    private const int FootLeft = PageLayout.Text / 2;

    public static string Of(Letter letter)
    {
        var xml = new StringBuilder(Opening, capacity: 32 * 1024);
        Head(xml, letter);
        xml.Paragraph(Formats.Addressee, $"Kính gửi: {letter.Addressee}");
        foreach (var (index, block) in letter.Body.Index())
            Write(xml, block, next: index + 1 < letter.Body.Count ? letter.Body[index + 1] : null);
        xml.Paragraph(Formats.BodyKept, letter.Closing);
        Foot(xml, letter);
        return xml.Append(Closing).ToString();
    }

    private static void Head(StringBuilder xml, Letter letter)
    {
        xml.OpenTable(borders: false, PageLayout.HeadLeft, PageLayout.HeadRight);
        xml.OpenRow().OpenCell(PageLayout.HeadLeft);
        if (letter.Superior.Length > 0)
            xml.Paragraph(Formats.Superior, letter.Superior);
        foreach (var line in letter.Issuer)
            xml.Paragraph(Formats.Issuer, line);
        // Between a third and a half of the text's length.
        xml.Line(Math.Min(TimesBold.Twips(letter.Issuer[^1], 13), PageLayout.HeadLeft) * 2 / 5, PageLayout.HeadLeft);
        xml.CloseCell().OpenCell(PageLayout.HeadRight);
        xml.Paragraph(Formats.Country, Letter.Country).Paragraph(Formats.Motto, Letter.Motto);
        xml.Line(TimesBold.Twips(Letter.Motto, 14), PageLayout.HeadRight).CloseCell().CloseRow();

        xml.OpenRow().OpenCell(PageLayout.HeadLeft);
        xml.Paragraph(Formats.Number, letter.Number).Paragraph(Formats.Subject, letter.Subject);
        xml.CloseCell().OpenCell(PageLayout.HeadRight);
        xml.Paragraph(Formats.PlaceAndDate, letter.PlaceAndDate).CloseCell().CloseRow().CloseTable();
    }

    private static void Write(StringBuilder xml, Block block, Block? next)
    {
        switch (block)
        {
            case Heading heading:
                xml.Paragraph(Formats.Heading, heading.Text);
                break;
            case Paragraph paragraph:
                xml.Paragraph(next is FigureTable ? Formats.BodyKept : Formats.Body, paragraph.Text);
                break;
            case FigureTable table:
                Table(xml, table);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Table(StringBuilder xml, FigureTable table)
    {
        xml.OpenTable(borders: true, MarkColumn, LabelColumn, ValueColumn);
        xml.OpenRow(header: true);
        Cells(xml, table.Header, Formats.ColumnTitle, Formats.ColumnTitle, Formats.ColumnTitle);
        foreach (var row in table.Rows)
        {
            xml.OpenRow();
            if (row.IsSum)
                Cells(xml, row, Formats.Mark, Formats.Sum, Formats.SumValue);
            else
                Cells(xml, row, Formats.Mark, Formats.Part, Formats.PartValue);
        }
        xml.CloseTable().Paragraph(Formats.AfterTable, "");
    }

    private static void Cells(
        StringBuilder xml,
        FigureRow row,
        ParagraphFormat mark,
        ParagraphFormat label,
        ParagraphFormat value
    )
    {
        xml.OpenCell(MarkColumn).Paragraph(mark, row.Mark).CloseCell();
        xml.OpenCell(LabelColumn).Paragraph(label, row.Label).CloseCell();
        xml.OpenCell(ValueColumn).Paragraph(value, row.Value).CloseCell().CloseRow();
    }

    private static void Foot(StringBuilder xml, Letter letter)
    {
        xml.OpenTable(borders: false, FootLeft, PageLayout.Text - FootLeft).OpenRow().OpenCell(FootLeft);
        xml.Paragraph(Formats.CopiesWord, "Nơi nhận:");
        foreach (var line in letter.CopiesTo)
            xml.Paragraph(Formats.Copy, line);
        xml.CloseCell().OpenCell(PageLayout.Text - FootLeft);
        foreach (var line in letter.SignerForm)
            xml.Paragraph(Formats.SignerForm, line);
        xml.Paragraph(Formats.SignerName, "").CloseCell().CloseRow().CloseTable();
    }
}
