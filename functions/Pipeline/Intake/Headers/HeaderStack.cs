namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// One to three rows read as one header. A heading over several columns stands in the first of them (the others are
/// blank) or in each; a header as high as several rows stands in the first of them or in each.
/// </summary>
internal sealed class HeaderStack(IReadOnlyList<HeaderLine> lines)
{
    public IReadOnlyList<HeaderLine> Lines => lines;

    public HeaderLine Lowest => lines[^1];

    public int Width { get; } = lines.Max(line => line.Width);

    /// <summary>The headings over a column and its own text, from top to bottom, as levels and places; equal texts once.</summary>
    public List<(int Level, int Place)> PartsOf(int place)
    {
        var parts = new List<(int Level, int Place)>();
        var own = lines.Count - 1;
        while (own >= 0 && lines[own].WordsAt(place).Length == 0)
            own--;
        for (var level = 0; level <= own; level++)
        {
            var from = level == own ? place : HeadingOver(level, place);
            if (from >= 0 && (parts.Count == 0 || Words(parts[^1]) != Words((level, from))))
                parts.Add((level, from));
        }
        return parts;
    }

    public string Words((int Level, int Place) part) => lines[part.Level].WordsAt(part.Place);

    public string Text((int Level, int Place) part) => lines[part.Level][part.Place];

    /// <summary>Where the text stands that a column has at a level; negative if none is over it.</summary>
    private int HeadingOver(int level, int place)
    {
        for (var at = place; at >= 0; at--)
        {
            if (lines[level].WordsAt(at).Length > 0)
                return at == place || IsGroup(level, at) ? at : -1;
            if (BeginsGroupAbove(level, at))
                return -1;
        }
        return -1;
    }

    /// <summary>A heading with another text below it; a header that is only higher than others lends its text to none.</summary>
    private bool IsGroup(int level, int place)
    {
        var heading = lines[level].WordsAt(place);
        for (var below = level + 1; below < lines.Count; below++)
        {
            var words = lines[below].WordsAt(place);
            if (words.Length > 0 && words != heading)
                return true;
        }
        return false;
    }

    private bool BeginsGroupAbove(int level, int place)
    {
        for (var above = 0; above < level; above++)
        {
            var words = lines[above].WordsAt(place);
            if (words.Length > 0 && (place == 0 || words != lines[above].WordsAt(place - 1)))
                return true;
        }
        return false;
    }
}
