using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>
/// The text of an element: its t elements joined, without the pronunciation hints (rPh) and without the blanks that
/// stand between elements in XML made to be read by people.
/// </summary>
internal static class RichText
{
    /// <summary>A cell has at most 32,767 characters; three times that is another program's or a bomb.</summary>
    private const int Longest = 100_000;

    public static void Read(XmlReader xml, string element, TextBuffer text)
    {
        if (xml.IsEmptyElement)
            return;
        var start = text.Length;
        var (hints, length, depth) = (0, 0, xml.Depth);
        while (xml.Next() && !xml.IsEnd(element))
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                hints += xml.NodeType is XmlNodeType.Element ? 1 : -1;
            else if (hints == 0 && xml.IsText() && !IsBetween(xml, element, depth))
                length += text.Append(xml, start);
            if (length > Longest)
                throw new WorkbookTooLargeException();
        }
        text.Unescape(start);
    }

    /// <summary>Blanks beside elements: a value's own text stands right in it, a text's in its t.</summary>
    private static bool IsBetween(XmlReader xml, string element, int depth) =>
        xml.NodeType is XmlNodeType.SignificantWhitespace && element != "v" && xml.Depth == depth + 1;
}
