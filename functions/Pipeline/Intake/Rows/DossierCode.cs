namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Dossier codes (TT 01/2018 Đ19 and the newer style): 000.19.05.H20-220325-0001, H56.14-240823-0001;
/// digits only where the source's profile says so.
/// </summary>
internal static class DossierCode
{
    public const int Longest = 64;
    private const int DateDigits = 6;

    /// <summary>The code in upper case; null if it is none.</summary>
    public static string? Parse(ReadOnlySpan<char> text, bool numericCodes)
    {
        if (text.Length is 0 or > Longest)
            return null;
        return Read(text, numericCodes) ?? (CodeText.Seen(text) is { } seen ? Read(seen, numericCodes) : null);
    }

    /// <summary>True when the code holds a day other than the one given.</summary>
    public static bool ContradictsDay(string code, DateOnly day)
    {
        var dash = code.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return false;
        var (year, month) = (Number(code, dash + 1), Number(code, dash + 3));
        return year != day.Year % 100 || month != day.Month || Number(code, dash + 5) != day.Day;
    }

    /// <summary>The day a code holds; null where it holds none that exists.</summary>
    public static DateOnly? DayIn(string code)
    {
        var dash = code.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return null;
        var (year, month, day) = (2000 + Number(code, dash + 1), Number(code, dash + 3), Number(code, dash + 5));
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return exists ? new DateOnly(year, month, day) : null;
    }

    private static string? Read(ReadOnlySpan<char> text, bool numericCodes)
    {
        if (!IsCoded(text))
            return numericCodes && IsNumeric(text) ? text.ToString() : null;
        return text.IndexOfAnyInRange('a', 'z') < 0 ? text.ToString() : text.ToString().ToUpperInvariant();
    }

    private static int Number(string code, int at) => (code[at] - '0') * 10 + code[at + 1] - '0';

    private static bool IsCoded(ReadOnlySpan<char> text)
    {
        var dash = text.IndexOf('-');
        if (dash < 0 || !IsOffice(text[..dash]))
            return false;
        var rest = text[(dash + 1)..];
        return rest.Length >= DateDigits + 5
            && rest[DateDigits] == '-'
            && AreDigits(rest[..DateDigits])
            && AreDigits(rest[(DateDigits + 1)..]);
    }

    /// <summary>ddd.dd.dd.Xdd, or Xdd and up to three groups of one to three digits.</summary>
    private static bool IsOffice(ReadOnlySpan<char> office)
    {
        if (office.Length == 13 && char.IsAsciiDigit(office[0]))
            return office[3] == '.'
                && office[6] == '.'
                && office[9] == '.'
                && AreDigits(office[..3])
                && AreDigits(office[4..6])
                && AreDigits(office[7..9])
                && IsProvince(office[10..]);
        if (office.Length < 3 || !IsProvince(office[..3]))
            return false;
        var groups = 0;
        for (var rest = office[3..]; !rest.IsEmpty; groups++)
        {
            if (rest[0] != '.')
                return false;
            var next = rest[1..].IndexOf('.');
            var length = next < 0 ? rest.Length - 1 : next;
            if (length is < 1 or > 3 || !AreDigits(rest.Slice(1, length)))
                return false;
            rest = rest[(length + 1)..];
        }
        return groups <= 3;
    }

    private static bool IsProvince(ReadOnlySpan<char> text) => char.IsAsciiLetter(text[0]) && AreDigits(text[1..3]);

    /// <summary>Nine to twelve digits beginning with 0 are telephone and identity numbers.</summary>
    private static bool IsNumeric(ReadOnlySpan<char> text) =>
        text.Length >= 4 && AreDigits(text) && !(text.Length is >= 9 and <= 12 && text[0] == '0');

    private static bool AreDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
