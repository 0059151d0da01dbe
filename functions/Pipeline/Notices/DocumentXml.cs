using System.Globalization;
using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>A letter as word/document.xml: head, body, foot, appendices, in the order of the pages.</summary>
internal static class DocumentXml
{
    private const string Opening =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

    private const string Closing = "</w:body></w:document>";
    private const int FootLeft = PageLayout.Text / 2;

    private static readonly string Upright = Section(landscape: false, restart: false);
    private static readonly string UprightAppendix = Section(landscape: false, restart: true);
    private static readonly string LandscapeAppendix = Section(landscape: true, restart: true);

    public static string Of(Letter letter)
    {
        var xml = new StringBuilder(Opening, capacity: 32 * 1024);
        HeadXml.Write(xml, letter);
        Blocks(xml, letter.Body, PageLayout.Text);
        xml.Paragraph(Formats.BodyKept, letter.Closing);
        Foot(xml, letter);
        EndSection(xml, Upright, isLast: letter.Appendices.Count == 0);
        foreach (var (index, appendix) in letter.Appendices.Index())
        {
            Write(xml, appendix);
            var section = appendix.IsLandscape ? LandscapeAppendix : UprightAppendix;
            EndSection(xml, section, isLast: index == letter.Appendices.Count - 1);
        }
        return xml.Append(Closing).ToString();
    }

    private static void Blocks(StringBuilder xml, IReadOnlyList<Block> blocks, int width)
    {
        foreach (var (index, block) in blocks.Index())
            BlockXml.Write(xml, block, next: index + 1 < blocks.Count ? blocks[index + 1] : null, width);
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

    private static void Write(StringBuilder xml, Appendix appendix)
    {
        xml.Paragraph(Formats.AppendixWord, appendix.Word).Paragraph(Formats.AppendixTitle, appendix.Title);
        if (appendix.Reference.Length > 0)
            xml.Paragraph(Formats.AppendixReference, appendix.Reference);
        else
            xml.Paragraph(Formats.AfterTitle, "");
        Blocks(xml, appendix.Body, appendix.IsLandscape ? PageLayout.LandscapeText : PageLayout.Text);
    }

    // A document ends in a paragraph; after the foot's table it must not take up a line, or a page.
    private static void EndSection(StringBuilder xml, string section, bool isLast)
    {
        xml.Append("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>");
        xml.Append("<w:rPr><w:sz w:val=\"2\"/></w:rPr>");
        if (!isLast)
            xml.Append(section);
        xml.Append("</w:pPr></w:p>");
        if (isLast)
            xml.Append(section);
    }

    // An appendix numbers its pages by itself.
    private static string Section(bool landscape, bool restart)
    {
        var size = landscape
            ? $"w:w=\"{PageLayout.Height}\" w:h=\"{PageLayout.Width}\" w:orient=\"landscape\""
            : $"w:w=\"{PageLayout.Width}\" w:h=\"{PageLayout.Height}\"";
        var numbers = restart ? "<w:pgNumType w:start=\"1\"/>" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{DocxParts.HeaderId}\"/><w:pgSz {size}/><w:pgMar w:top=\"{PageLayout.Top}\" w:right=\"{PageLayout.Right}\" w:bottom=\"{PageLayout.Bottom}\" w:left=\"{PageLayout.Left}\" w:header=\"{PageLayout.PageNumber}\" w:footer=\"{PageLayout.PageNumber}\" w:gutter=\"0\"/>{numbers}<w:titlePg/></w:sectPr>"
        );
    }
}
