using System.Text;

namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>The elements that make a difference to tables and their texts.</summary>
internal enum Tag : byte
{
    /// <summary>Flows with the text, e.g. font, span, b, or is unknown, e.g. o:p.</summary>
    Inline,

    /// <summary>Begins on a new line: a blank between two words.</summary>
    Block,

    /// <summary>Has neither content nor an end tag.</summary>
    Void,

    Table,
    Caption,
    Columns,
    Head,
    Body,
    Foot,
    Row,
    Data,
    Heading,

    /// <summary>Its content is no markup and never shown: script, style.</summary>
    Raw,

    /// <summary>The title of the window, which is no title of a table.</summary>
    Title,

    /// <summary>Its content is shown as it stands, without markup.</summary>
    TextArea,

    Frames,
}

internal static class Tags
{
    private const int LongestName = 10;

    /// <summary>Whatever the case of its letters.</summary>
    public static Tag Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName || !Ascii.IsValid(name))
            return Tag.Inline;
        Span<char> lower = stackalloc char[LongestName];
        Ascii.ToLower(name, lower, out var length);
        return (ReadOnlySpan<char>)lower[..length] switch
        {
            "td" => Tag.Data,
            "th" => Tag.Heading,
            "tr" => Tag.Row,
            "table" => Tag.Table,
            "caption" => Tag.Caption,
            "col" or "colgroup" => Tag.Columns,
            "thead" => Tag.Head,
            "tbody" => Tag.Body,
            "tfoot" => Tag.Foot,
            "script" or "style" or "xmp" or "iframe" or "noembed" or "noframes" => Tag.Raw,
            "title" => Tag.Title,
            "textarea" => Tag.TextArea,
            "frameset" => Tag.Frames,
            "br" or "hr" or "p" or "div" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" => Tag.Block,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Tag.Block,
            "pre" or "form" or "center" or "blockquote" or "fieldset" or "address" or "option" => Tag.Block,
            "header" or "footer" or "section" or "article" or "nav" or "main" or "aside" => Tag.Block,
            "img" or "input" or "meta" or "link" or "base" or "area" or "embed" or "wbr" or "source" => Tag.Void,
            _ => Tag.Inline,
        };
    }

    public static bool IsGroup(this Tag tag) => tag is Tag.Head or Tag.Body or Tag.Foot;

    public static bool IsCell(this Tag tag) => tag is Tag.Data or Tag.Heading;

    public static bool HasNoMarkup(this Tag tag) => tag is Tag.Raw or Tag.Title or Tag.TextArea;
}
