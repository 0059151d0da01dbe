using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>The text of an element: its t elements joined, without the pronunciation hints (rPh).</summary>
internal static class RichText
{
    /// <summary>A cell has at most 32,767 characters; three times that is another program's or a bomb.</summary>
    private const int Longest = 100_000;

    public static void Read(XmlReader xml, string element, TextBuffer text)
    {
        if (xml.IsEmptyElement)
            return;
        var start = text.Length;
        var (hints, length) = (0, 0);
        while (xml.Next() && !xml.IsEnd(element))
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                hints += xml.NodeType is XmlNodeType.Element ? 1 : -1;
            else if (hints == 0 && xml.IsText() && (length += text.Append(xml, start)) > Longest)
                throw new WorkbookTooLargeException();
        }
    }
}
