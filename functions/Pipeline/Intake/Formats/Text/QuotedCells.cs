using CCHC.Pipeline.Intake.Rows;

namespace CCHC.Pipeline.Intake.Formats.Text;

/// <summary>A cell between quotes.</summary>
/// <param name="Length">Characters between them.</param>
/// <param name="End">Where its separator or line end stands, counted from the opening quote.</param>
/// <param name="HasDoubled">True where a quote in it is doubled.</param>
internal readonly record struct QuotedCell(int Length, int End, bool HasDoubled);

/// <summary>
/// Tells a quoted cell from a text that happens to begin with a quote: the quote must end before a separator or a line
/// end, and where that is on a later line no line in between may look like a record.
/// </summary>
/// <param name="textLength">How long the whole text is.</param>
/// <param name="separator">What separates its cells.</param>
internal sealed class QuotedCells(int textLength, char separator)
{
    private const char Quote = '"';

    /// <summary>No cell of any program is longer.</summary>
    private const int Longest = 128 * 1024;

    /// <summary>
    /// How many times the text may be looked through in vain; after that a quote is a character, for such a text was
    /// made to keep a reader busy.
    /// </summary>
    private const int MostTimes = 8;
    private const int FewestSeparators = 2;
    private long spent;

    public void Rewind() => spent = 0;

    /// <summary>The cell that opens here; null where the quote is a character.</summary>
    /// <param name="rest">The text from the opening quote on.</param>
    /// <param name="before">Cells of the row before it.</param>
    /// <param name="widest">Cells of the widest row so far.</param>
    public QuotedCell? Find(ReadOnlySpan<char> rest, int before, int widest)
    {
        if (spent > MostTimes * (long)textLength)
            return null;
        if (Closed(rest[..Math.Min(rest.Length, Longest)]) is not { } cell)
            return null;
        var inside = rest.Slice(1, cell.Length);
        if (!inside.ContainsAny('\r', '\n') || !HoldsRecord(inside, before, Math.Max(widest, before + 1)))
            return cell;
        spent += cell.Length;
        return null;
    }

    /// <summary>Up to the first quote that isn't doubled, if that ends the cell; blanks may stand behind it.</summary>
    private QuotedCell? Closed(ReadOnlySpan<char> rest)
    {
        var (end, hasDoubled) = (1, false);
        while (rest[end..].IndexOf(Quote) is >= 0 and var next)
        {
            end += next;
            if (end + 1 < rest.Length && rest[end + 1] == Quote)
            {
                hasDoubled = true;
                end += 2;
                continue;
            }
            var after = end + 1;
            while (after < rest.Length && rest[after] is ' ' && separator != ' ')
                after++;
            if (after == rest.Length || rest[after] == separator || rest[after] is '\r' or '\n')
                return new QuotedCell(end - 1, after, hasDoubled);
            break;
        }
        spent += end;
        return null;
    }

    /// <summary>A line that fills a row, or one in which a dossier's code stands.</summary>
    private bool HoldsRecord(ReadOnlySpan<char> inside, int before, int widest)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var end = inside.IndexOfAny('\r', '\n');
            var line = end < 0 ? inside : inside[..end];
            var separators = line.Count(separator);
            var enough = Fewest(isFirst, isLast: end < 0, before, widest);
            if (separators >= enough || (separators > 0 && HasCode(line)))
                return true;
            if (end < 0)
                return false;
            inside = inside[(end + 1)..];
        }
    }

    /// <summary>Separators by which a line is one of the table; the opening line needs what it lacks of a row.</summary>
    private static int Fewest(bool isFirst, bool isLast, int before, int widest)
    {
        if (isFirst)
            return widest - before - 1 >= FewestSeparators ? widest - before - 1 : int.MaxValue;
        return Math.Max(FewestSeparators, isLast ? (widest - 1) / 2 : widest - 2);
    }

    private bool HasCode(ReadOnlySpan<char> line)
    {
        foreach (var piece in line.Split(separator))
        {
            if (DossierCode.Parse(line[piece].Trim(" \"'"), numericCodes: false) is not null)
                return true;
        }
        return false;
    }
}
