using System.Buffers;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// How a cell is told back to its sender: known words and dates as they are, anything else by its shape only,
/// because it may be a name or a telephone number (domain.md §8).
/// </summary>
internal static class Shape
{
    private const int LongestDate = 32;
    private const int LongestCode = 4;
    private static readonly SearchValues<char> OfTimes = SearchValues.Create(" T:.+-Z0123456789");

    private const string Blank = "ô trống";

    /// <summary>Inside a sentence: "25/03/2022" in quotes, a shape in brackets.</summary>
    public static string Echo(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        if (text.IsEmpty)
            return Blank;
        return MayBeTold(text, lexicon) ? $"\"{text}\"" : $"({Of(text)})";
    }

    /// <summary>In a cell of its own, as <see cref="RowFault.Found"/>.</summary>
    public static string Found(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        if (text.IsEmpty)
            return Blank;
        return MayBeTold(text, lexicon) ? text.ToString() : Of(text);
    }

    /// <summary>A bare number of a few digits: a code of some system, which another uses for something else.</summary>
    public static bool IsNumericCode(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestCode && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool MayBeTold(ReadOnlySpan<char> text, Lexicon lexicon) =>
        IsDateShaped(text) || lexicon.Knows(text);

    private static string Of(ReadOnlySpan<char> text)
    {
        var (letters, digits) = (false, false);
        foreach (var c in text)
        {
            letters |= char.IsLetter(c);
            digits |= char.IsDigit(c);
        }
        var kind = (letters, digits) switch
        {
            (true, true) => "chữ và số",
            (true, false) => "chữ",
            (false, true) => "số",
            (false, false) => "ký hiệu",
        };
        return $"{kind}, {text.Length} ký tự{Invisible.In(text)}";
    }

    /// <summary>Three short numbers with one kind of separator, then at most a time of day; no telephone number looks so.</summary>
    public static bool IsDateShaped(ReadOnlySpan<char> text)
    {
        if (text.Length is < 6 or > LongestDate)
            return false;
        var rest = text;
        var first = Digits(ref rest);
        if (rest.IsEmpty || rest[0] is not ('/' or '-' or '.'))
            return false;
        var separator = rest[0];
        rest = rest[1..];
        var second = Digits(ref rest);
        if (rest.IsEmpty || rest[0] != separator)
            return false;
        rest = rest[1..];
        var third = Digits(ref rest);
        return second is 1 or 2 && ((first, third) is (1 or 2, 4) or (4, 1 or 2)) && IsTimeShaped(rest);
    }

    private static bool IsTimeShaped(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (rest[0] is not (' ' or 'T') || !rest.Contains(':') || rest.ContainsAnyExcept(OfTimes))
            return false;
        while (!rest.IsEmpty)
        {
            rest = rest[1..];
            if (Digits(ref rest) > 3)
                return false;
        }
        return true;
    }

    private static int Digits(ref ReadOnlySpan<char> rest)
    {
        var count = 0;
        while (count < rest.Length && char.IsAsciiDigit(rest[count]))
            count++;
        rest = rest[count..];
        return count;
    }
}
