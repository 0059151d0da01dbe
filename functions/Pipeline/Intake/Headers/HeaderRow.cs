using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>Reads one row as if it were the header.</summary>
internal static class HeaderRow
{
    private const int LongestHeader = 60;

    /// <summary>The header it makes, and how many of its cells are header texts and nothing else.</summary>
    public static (Header Header, int Known) Read(Row row, Lexicon lexicon)
    {
        var found = new List<(HeaderMeaning Meaning, int Place)>();
        for (var place = 0; place < row.Count; place++)
        {
            var text = row[place];
            if (text.Length is > 0 and <= LongestHeader && lexicon.Headers.TryGet(text, out var meaning))
                found.Add((meaning, place));
        }
        var header = Place(row, found, lexicon);
        return (header, header.IsComplete ? found.Count : found.Count(one => !lexicon.IsValue(row[one.Place])));
    }

    /// <summary>A header text fit to be shown: one line, not long.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var shown = Fold.Collapse(Fold.Nfc(text[..Math.Min(text.Length, 4 * LongestHeader)]));
        return shown.Length <= LongestHeader ? shown : string.Concat(shown.AsSpan(0, LongestHeader), "…");
    }

    private static Header Place(Row row, List<(HeaderMeaning Meaning, int Place)> found, Lexicon lexicon)
    {
        var places = new int[(int)Column.Dropped];
        Array.Fill(places, -1);
        var passed = new List<(Column, string)>();
        var twins = new List<(int, int)>();
        for (var column = Column.Code; column < Column.Dropped; column++)
            PlaceColumn(row, column, found, places, twins, passed);
        return new Header(row.Line, Texts(row, lexicon), places) { Twins = twins, Passed = passed };
    }

    private static void PlaceColumn(
        Row row,
        Column column,
        List<(HeaderMeaning Meaning, int Place)> found,
        int[] places,
        List<(int, int)> twins,
        List<(Column, string)> passed
    )
    {
        (HeaderMeaning Meaning, int Place)? best = null;
        foreach (var one in found)
        {
            if (one.Meaning.Column == column && (best is null || Precedes(one.Meaning, best.Value.Meaning)))
                best = one;
        }
        if (best is not { } chosen)
            return;
        places[(int)column] = chosen.Place;
        foreach (var (meaning, place) in found)
        {
            if (place == chosen.Place || meaning.Column != column)
                continue;
            if (meaning == chosen.Meaning)
                twins.Add((chosen.Place, place));
            else if (!meaning.Fallback)
                passed.Add((column, Shown(row[place])));
        }
    }

    private static bool Precedes(HeaderMeaning one, HeaderMeaning other) =>
        (one.Fallback, one.Group, one.Rank).CompareTo((other.Fallback, other.Group, other.Rank)) < 0;

    /// <summary>Header texts up to the last one that isn't blank.</summary>
    private static string[] Texts(Row row, Lexicon lexicon)
    {
        var width = row.Count;
        while (width > 0 && row[width - 1].IsEmpty)
            width--;
        var texts = new string[width];
        for (var place = 0; place < width; place++)
            texts[place] = lexicon.Headers.TryGetAsWritten(row[place], out _)
                ? row[place].ToString()
                : Shown(row[place]);
        return texts;
    }
}
