using System.Buffers;
using System.Text;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Texts of a page that a sender chose: encoded, and unable to turn the text around them.</summary>
internal static class PageText
{
    /// <summary>Marks that change the direction of what follows.</summary>
    private static readonly SearchValues<char> Directions = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    public static StringBuilder Said(this StringBuilder html, string text) =>
        html.AppendText(text.AsSpan().ContainsAny(Directions) ? Undirected(text) : text);

    /// <summary>A file name: apart from the sentence it stands in, its marks shown.</summary>
    public static StringBuilder Name(this StringBuilder html, string name) =>
        html.Append("<bdi>").Said(name).Append("</bdi>");

    private static string Undirected(string text) =>
        string.Concat(text.Select(c => Directions.Contains(c) ? "\uFFFD" : c.ToString()));
}
