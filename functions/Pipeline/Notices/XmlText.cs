using System.Text;
using System.Xml;

namespace CCHC.Pipeline.Notices;

/// <summary>Text made safe for XML and HTML, in content and attributes; what XML can't hold is left out.</summary>
internal static class XmlText
{
    public static StringBuilder AppendText(this StringBuilder xml, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                xml.Append(c).Append(text[++i]);
            else if (Entity(c) is { } entity)
                xml.Append(entity);
            else if (XmlConvert.IsXmlChar(c))
                xml.Append(c);
        }
        return xml;
    }

    private static string? Entity(char c) =>
        c switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => null,
        };
}
