using System.Xml;

namespace CCHC.Pipeline.Intake.Formats.Workbooks;

/// <summary>The text of an element: its t elements joined, without the pronunciation hints (rPh).</summary>
internal static class RichText
{
    public static void Read(XmlReader xml, string element, TextBuffer text)
    {
        if (xml.IsEmptyElement)
            return;
        var start = text.Length;
        var hints = 0;
        while (xml.Next() && !xml.IsEnd(element))
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                hints += xml.NodeType is XmlNodeType.Element ? 1 : -1;
            else if (hints == 0 && xml.IsText())
                text.Append(xml, start);
        }
    }
}
