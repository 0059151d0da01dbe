using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake.Headers;

/// <summary>
/// Tells sub-headings below a header that is complete without them from the first dossier: a dossier, however ruined,
/// is never part of a header.
/// </summary>
internal sealed class SubHeadings(HeaderStack above, int codePlace, HeaderLine line, Lexicon lexicon)
{
    private readonly HashSet<string> valuesOfGroup = new(StringComparer.Ordinal);
    private int group = -1;
    private int members;
    private bool isNamed;
    private bool isProven;

    /// <summary>Each text repeats the header above it or stands below a heading over several columns.</summary>
    public bool Continue()
    {
        if (line.Width == 0 || line.HasData)
            return false;
        for (var place = 0; place < line.Width; place++)
        {
            if (!Take(place))
                return false;
        }
        return EndGroup() && isProven;
    }

    private bool Take(int place)
    {
        var heading = HeadingAt(place);
        var words = line.WordsAt(place);
        if (words.Length == 0)
            return line[place].Length == 0 && (heading.Length == 0 || EndGroup());
        if (heading == words)
        {
            isProven |= place == codePlace;
            return EndGroup();
        }
        if (heading.Length == 0)
            return group >= 0 && Join(place, words);
        var isNext = group >= 0 && place > 0 && heading == HeadingAt(place - 1);
        if (!isNext && !EndGroup())
            return false;
        group = isNext ? group : place;
        return place != codePlace && Join(place, words);
    }

    private bool Join(int place, string words)
    {
        members++;
        if (lexicon.IsValue(words))
            valuesOfGroup.Add(words);
        var stack = new HeaderStack([.. above.Lines, line]);
        var name = HeaderName.Of(stack, place, lexicon);
        isNamed |= name.IsJoined;
        // "Trực tuyến" alone may stand in a dossier's row, "Trực tuyến | Trực tiếp" is a choice to be ticked.
        isProven |= name.Meaning is not null || valuesOfGroup.Count > 1;
        return true;
    }

    /// <summary>A heading over one column is none, unless both texts make a known name.</summary>
    private bool EndGroup()
    {
        var isGroup = members != 1 || isNamed;
        (group, members, isNamed) = (-1, 0, false);
        valuesOfGroup.Clear();
        return isGroup;
    }

    private string HeadingAt(int place)
    {
        for (var level = above.Lines.Count - 1; level >= 0; level--)
        {
            if (above.Lines[level].WordsAt(place) is { Length: > 0 } words)
                return words;
        }
        return "";
    }
}
