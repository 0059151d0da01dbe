using System.Text;

namespace CCHC.Pipeline.Notices;

/// <summary>Writes the elements a letter's page is made of.</summary>
internal static class HtmlElements
{
    public static StringBuilder Element(this StringBuilder html, string name, string style, string text)
    {
        html.Append('<').Append(name);
        if (style.Length > 0)
            html.Append(" class=\"").Append(style).Append('"');
        return html.Append('>').AppendText(text).Append("</").Append(name).Append(">\n");
    }

    /// <summary>A paragraph under which a line is drawn, measured by its text.</summary>
    public static StringBuilder Lined(this StringBuilder html, string style, string text) =>
        html.Append("<p class=\"").Append(style).Append("\"><span>").AppendText(text).Append("</span></p>\n");
}
