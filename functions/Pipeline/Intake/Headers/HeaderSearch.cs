using System.Buffers;
using CCHC.Pipeline.Intake.Formats;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>Looks for the header in the first rows of a table. Rows before it are titles.</summary>
internal sealed class HeaderSearch
{
    private const int RowsSearched = 30;
    private const int MostRows = 3;
    private const int FewestCrammed = 3;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The header if all required columns are there.</summary>
    public Header? Header { get; private set; }

    /// <summary>The texts of the rows before it.</summary>
    public IReadOnlyList<string> Titles { get; private set; } = [];

    /// <summary>What came nearest to a header; null when no row looks like one.</summary>
    public Header? Nearest { get; private set; }

    /// <summary>Known header texts in <see cref="Nearest"/>.</summary>
    public int Known { get; private set; }

    /// <summary>Headers of <see cref="Nearest"/> that may be told to the sender: no row of data is ever listed.</summary>
    public IReadOnlyList<string> Listed { get; private set; } = [];

    /// <summary>What separates headers that all stand in one cell.</summary>
    public char? CrammedBy { get; private set; }

    /// <summary>Leaves <paramref name="table"/> right after the header when there is one.</summary>
    public static HeaderSearch In(RowSource table, Lexicon lexicon)
    {
        var search = new HeaderSearch();
        var lines = new FirstLines(table);
        for (var at = 0; at < RowsSearched && search.Header is null && lines.Has(at); at++)
            search.Look(lines, at, lexicon);
        return search;
    }

    private void Look(FirstLines lines, int at, Lexicon lexicon)
    {
        CrammedBy ??= Crammed(lines[at], lexicon);
        var (first, reading) = ReadUpTo(lines, at, lexicon);
        var last = at;
        while (reading.Header.IsComplete && last - first + 1 < MostRows && GoesOn(lines, first, last, reading, lexicon))
        {
            last++;
            reading = HeaderRow.Read(lines.Stack(first, last), lexicon);
        }
        if (reading.Header.IsComplete)
            Settle(lines, first, last, reading.Header);
        else if (reading.Known > Known && (reading.Known > 1 || !lines[last].HasDigits))
            (Nearest, Known, Listed) = (reading.Header, reading.Known, Safe(reading, lexicon));
    }

    /// <summary>The row alone, or with one or two rows of headings above it.</summary>
    private static (int First, HeaderReading Reading) ReadUpTo(FirstLines lines, int at, Lexicon lexicon)
    {
        var best = (First: at, Reading: HeaderRow.Read(lines.Stack(at, at), lexicon));
        for (
            var first = at - 1;
            first >= 0 && at - first < MostRows && MayBeAbove(lines[first], lines[first + 1]);
            first--
        )
        {
            var reading = HeaderRow.Read(lines.Stack(first, at), lexicon);
            if ((reading.IsJoined || !best.Reading.Header.IsComplete) && reading.Beats(best.Reading))
                best = (first, reading);
        }
        return best;
    }

    /// <summary>Not blank, not data, and not one title over everything.</summary>
    private static bool MayBeAbove(HeaderLine upper, HeaderLine lower)
    {
        if (upper.Width == 0 || lower.Width == 0 || upper.HasData || lower.HasData)
            return false;
        var first = FirstFilled(upper);
        for (var place = first + 1; place < upper.Width; place++)
        {
            if (upper.WordsAt(place) is { Length: > 0 } words && words != upper.WordsAt(first))
                return true;
        }
        // One text that doesn't begin where titles do may be a group over what is below it.
        return first > 0 && first >= FirstFilled(lower);
    }

    private static int FirstFilled(HeaderLine line)
    {
        var place = 0;
        while (place < line.Width && line[place].Length == 0)
            place++;
        return place;
    }

    /// <summary>Headings at its end or over blanks may have more below them; the usual header asks for no further row.</summary>
    private static bool GoesOn(FirstLines lines, int first, int last, HeaderReading reading, Lexicon lexicon)
    {
        var lowest = lines[last];
        var mayGoOn = last > first || lowest.HasGaps || lowest.MeaningAt(lowest.Width - 1, lexicon) is null;
        return mayGoOn
            && lines.Has(last + 1)
            && new SubHeadings(
                lines.Stack(first, last),
                reading.Header[Column.Code],
                lines[last + 1],
                lexicon
            ).Continue();
    }

    private static char? Crammed(HeaderLine line, Lexicon lexicon)
    {
        if (line.Width != 1)
            return null;
        foreach (var separator in ";,\t|")
        {
            var texts = line[0].Split(separator);
            if (texts.Length > 2 && texts.Count(text => lexicon.Headers.TryGet(text, out _)) >= FewestCrammed)
                return separator;
        }
        return null;
    }

    private void Settle(FirstLines lines, int first, int last, Header header)
    {
        lines.StandAfter(last + 1);
        Titles = lines.Joined(first);
        Header = header with { Depth = last + 1, Above = new(() => lines.Repeatable(last + 1)) };
    }

    /// <summary>
    /// Unknown words too, by their shape unless they sound like a header, since a name may stand there; none where data
    /// stand among them, as when a header has lost its line end.
    /// </summary>
    private static List<string> Safe(HeaderReading reading, Lexicon lexicon)
    {
        var filled = reading.Names.Where(name => name.Text.Length > 0).ToList();
        var hasData = filled.Exists(name =>
            name.Meaning is null && (name.Text.AsSpan().ContainsAny(Digits) || lexicon.IsValue(name.Text))
        );
        return
        [
            .. filled
                .Where(name => IsKnown(name) || !hasData)
                .Select(name =>
                    IsKnown(name) || HeaderText.MayBeTold(name.Text, lexicon)
                        ? HeaderText.Shown(name.Text)
                        : Shape.Echo(name.Text, lexicon)
                ),
        ];

        bool IsKnown(HeaderName name) => name.Meaning is not null || lexicon.IsValue(name.Text);
    }
}
