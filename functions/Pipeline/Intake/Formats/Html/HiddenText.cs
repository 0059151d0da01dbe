namespace CCHC.Pipeline.Intake.Formats.Html;

/// <summary>
/// Text within a cell that a browser doesn't show: a sort key beside a date, say. Cells and rows that are hidden as
/// a whole count like any other, or later columns would shift.
/// </summary>
internal struct HiddenText
{
    private string? name;
    private int depth;

    public readonly bool IsOpen => depth > 0;

    public void Clear() => depth = 0;

    public void Start(HtmlTokens tokens)
    {
        if (IsOpen)
            depth += IsSame(tokens) ? 1 : 0;
        else if (tokens.Tag is Tag.Inline && Hides(tokens.Attributes))
            (name, depth) = (tokens.Name.ToString(), 1);
    }

    public void End(HtmlTokens tokens)
    {
        if (IsOpen && IsSame(tokens))
            depth--;
    }

    private readonly bool IsSame(HtmlTokens tokens) => tokens.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool Hides(Attributes attributes)
    {
        while (attributes.Next())
        {
            if (attributes.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
                return true;
            if (attributes.Name.Equals("style", StringComparison.OrdinalIgnoreCase) && ShowsNothing(attributes.Value))
                return true;
        }
        return false;
    }

    private static bool ShowsNothing(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && style[(at + "display".Length)..]
                .TrimStart(" :\t")
                .StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
