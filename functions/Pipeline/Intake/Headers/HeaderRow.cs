using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>What rows are when read as a header.</summary>
/// <param name="Header">The header they make.</param>
/// <param name="Names">The name of each place.</param>
/// <param name="Known">How many texts are names of columns and nothing else.</param>
internal sealed record HeaderReading(Header Header, IReadOnlyList<HeaderName> Names, int Known)
{
    /// <summary>True when a name is made of a heading and a text below it.</summary>
    public bool IsJoined => Names.Any(name => name.IsJoined);

    /// <summary>More columns than another reading has, fewer of them twice, and the required ones first of all.</summary>
    public bool Beats(HeaderReading other) => Names.Any(name => name.Contradicts) || Worth.CompareTo(other.Worth) > 0;

    private (bool, int, int, int) Worth => (Header.IsComplete, Header.Found, -Header.Twins.Count, Known);
}

/// <summary>Reads rows as if they were the header.</summary>
internal static class HeaderRow
{
    public static HeaderReading Read(HeaderStack stack, Lexicon lexicon)
    {
        var names = Enumerable.Range(0, stack.Width).Select(place => HeaderName.Of(stack, place, lexicon)).ToArray();
        var header = Place(stack, names);
        var known = names.Count(name => name.Meaning is not null && (header.IsComplete || !lexicon.IsValue(name.Text)));
        return new(header, names, known);
    }

    private static Header Place(HeaderStack stack, HeaderName[] names)
    {
        var places = new int[(int)Column.Dropped];
        Array.Fill(places, -1);
        var passed = new List<(Column, string)>();
        var twins = new List<(int, int)>();
        for (var column = Column.Code; column < Column.Dropped; column++)
            PlaceColumn(column, names, places, twins, passed);
        return new Header(stack.Lines[0].Line, Array.ConvertAll(names, name => name.Text), places)
        {
            LastLine = stack.Lowest.Line,
            Twins = twins,
            Passed = passed,
            Unknown = [.. Enumerable.Range(0, names.Length).Where(place => names[place].Meaning is null)],
        };
    }

    private static void PlaceColumn(
        Column column,
        HeaderName[] names,
        int[] places,
        List<(int, int)> twins,
        List<(Column, string)> passed
    )
    {
        var chosen = -1;
        for (var place = 0; place < names.Length; place++)
        {
            if (names[place].Meaning is { } meaning && meaning.Column == column && Precedes(meaning, chosen, names))
                chosen = place;
        }
        places[(int)column] = chosen;
        for (var place = 0; chosen >= 0 && place < names.Length; place++)
        {
            if (place == chosen || names[place].Meaning is not { } other || other.Column != column)
                continue;
            if (other == names[chosen].Meaning)
                twins.Add((chosen, place));
            else if (!other.Fallback)
                passed.Add((column, names[place].Text));
        }
    }

    private static bool Precedes(HeaderMeaning one, int chosen, HeaderName[] names)
    {
        if (chosen < 0)
            return true;
        var other = names[chosen].Meaning!.Value;
        return (one.Fallback, one.Group, one.Rank).CompareTo((other.Fallback, other.Group, other.Rank)) < 0;
    }
}
