using System.Buffers;

namespace CCHC.Pipeline.Intake.Words;

/// <summary>
/// How a cell is told back to its sender: known words and dates as they are, anything else by its shape only,
/// because it may be a name or a telephone number (domain.md §8).
/// </summary>
internal static class Shape
{
    private const int LongestDate = 32;
    private static readonly SearchValues<char> OfTimes = SearchValues.Create(" T:.+-Z0123456789");

    public static string Echo(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        if (text.IsEmpty)
            return "ô trống";
        return IsDateShaped(text) || lexicon.Knows(text) ? $"\"{text}\"" : $"({Of(text)})";
    }

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
        return $"{kind}, {text.Length} ký tự";
    }

    /// <summary>Three short numbers with one kind of separator, then at most a time of day; no telephone number looks so.</summary>
    private static bool IsDateShaped(ReadOnlySpan<char> text)
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
