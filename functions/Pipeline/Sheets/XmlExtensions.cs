using System.Globalization;
using System.Text;
using System.Xml;

namespace CCHC.Pipeline.Sheets;

/// <summary>Short forms for writing a workbook's XML, and text that XML can hold.</summary>
internal static class XmlExtensions
{
    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public static void Start(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        xml.WriteStartElement(name, BookParts.Main);
        foreach (var (attribute, value) in with)
        {
            if (value is not null)
                xml.WriteAttributeString(attribute, Text(value));
        }
    }

    /// <summary>An element without content.</summary>
    public static void Element(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        xml.Start(name, with);
        xml.WriteEndElement();
    }

    /// <summary>An element that holds only text.</summary>
    public static void TextElement(this XmlWriter xml, string name, string text)
    {
        xml.Start(name);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n')))
            xml.WriteAttributeString("xml", "space", ns: null, "preserve");
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>Without the characters that XML can't hold, and with one kind of line end.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                clean.Append(text[at]).Append(text[++at]);
            else if (XmlConvert.IsXmlChar(text[at]))
                clean.Append(text[at]);
        }
        return clean.ToString().ReplaceLineEndings("\n");
    }

    private static string Text(object value) =>
        value switch
        {
            bool yes => yes ? "1" : "0",
            string text => Clean(text),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
