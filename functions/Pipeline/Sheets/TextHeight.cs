namespace CCHC.Pipeline.Sheets;

/// <summary>How high a row must be for its wrapped texts: not every program finds out by itself.</summary>
public static class TextHeight
{
    private const double LineHeight = 1.32;
    private const double Padding = 4;
    private const int StandardSize = 12;

    /// <summary>In points, rather a little too much than too little.</summary>
    /// <param name="texts">Of the row's cells.</param>
    /// <param name="widths">Of their columns.</param>
    /// <param name="size">Of the font.</param>
    public static double Of(IEnumerable<string> texts, IEnumerable<double> widths, int size = StandardSize) =>
        Padding
        + LineHeight * size * texts.Zip(widths, (text, width) => Lines(text, width, size)).DefaultIfEmpty(1).Max();

    private static int Lines(string text, double width, int size)
    {
        var fits = Math.Max(1, (int)(width * StandardSize / size));
        return text.Split('\n').Sum(line => LinesOf(line, fits));
    }

    /// <summary>Words go on the next line whole.</summary>
    private static int LinesOf(string line, int fits)
    {
        var (lines, used) = (1, 0);
        foreach (var word in line.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > fits)
                (lines, used) = (lines + 1, 0);
            used += word.Length + (used > 0 ? 1 : 0);
            for (; used > fits; used -= fits)
                lines++;
        }
        return lines;
    }
}
