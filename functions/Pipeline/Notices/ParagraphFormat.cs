using System.Globalization;

namespace CCHC.Pipeline.Notices;

internal enum Align
{
    Left,
    Center,
    Right,
    Both,
}

/// <summary>A paragraph's look as WordprocessingML, made once and written around each text.</summary>
internal sealed class ParagraphFormat
{
    /// <summary>Line height of body text: 1.15 lines, between single and 1.5.</summary>
    public const int BodyLine = 276;
    private const int SingleLine = 240;

    /// <summary>Sizes and gaps are in points, indents in twips.</summary>
    /// <param name="points">Size of the letters.</param>
    /// <param name="align">Where the lines stand.</param>
    /// <param name="before">Gap above, in points.</param>
    /// <param name="after">Gap below, in points.</param>
    public ParagraphFormat(
        int points,
        Align align,
        bool bold = false,
        bool italic = false,
        int before = 0,
        int after = 0,
        int firstLine = 0,
        int left = 0,
        int right = 0,
        bool body = false,
        bool keepNext = false
    )
    {
        var culture = CultureInfo.InvariantCulture;
        var run = string.Create(
            culture,
            $"<w:rPr>{(bold ? "<w:b/><w:bCs/>" : "")}{(italic ? "<w:i/><w:iCs/>" : "")}<w:sz w:val=\"{points * 2}\"/><w:szCs w:val=\"{points * 2}\"/></w:rPr>"
        );
        var indent = (firstLine, left, right) is (0, 0, 0)
            ? ""
            : string.Create(culture, $"<w:ind w:left=\"{left}\" w:right=\"{right}\" {FirstLine(firstLine)}/>");
        var properties = string.Create(
            culture,
            $"<w:p><w:pPr>{(keepNext ? "<w:keepNext/>" : "")}<w:spacing w:before=\"{before * 20}\" w:after=\"{after * 20}\" w:line=\"{(body ? BodyLine : SingleLine)}\" w:lineRule=\"auto\"/>{indent}<w:jc w:val=\"{Name(align)}\"/>{run}</w:pPr>"
        );
        Opening = $"{properties}<w:r>{run}<w:t xml:space=\"preserve\">";
        Blank = $"{properties}</w:p>";
    }

    public const string Closing = "</w:t></w:r></w:p>";

    /// <summary>Everything before the text.</summary>
    public string Opening { get; }

    /// <summary>The paragraph without text.</summary>
    public string Blank { get; }

    // A negative indent hangs: the first line begins left of the others.
    private static string FirstLine(int indent) =>
        indent < 0
            ? string.Create(CultureInfo.InvariantCulture, $"w:hanging=\"{-indent}\"")
            : string.Create(CultureInfo.InvariantCulture, $"w:firstLine=\"{indent}\"");

    private static string Name(Align align) =>
        align switch
        {
            Align.Left => "left",
            Align.Center => "center",
            Align.Right => "right",
            Align.Both => "both",
        };
}
