using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Intake.Rows;

/// <summary>
/// Days as exports write them: d/M/yyyy, d-M-yyyy or d.M.yyyy (month first only where the source's profile says so)
/// with or without a time, ISO with or without a time and a zone, and a spreadsheet's serial days. A number with
/// thousand points ("44.635") is none of them. Only the day is kept; read by hand because every row has four of them.
/// </summary>
internal static class CivilDate
{
    private const double LastSerial = 2_958_465;

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day) => TryParse(text, default, out day);

    public static bool TryParse(ReadOnlySpan<char> text, DateStyle style, out DateOnly day)
    {
        var at = 0;
        day = default;
        if (!TryNumber(text, ref at, out var first, out var digits) || at >= text.Length)
            return false;
        if (text[at] == ':')
            return TimeBefore(text) is > 0 and var date && TryParse(text[date..], style, out day);
        if (digits == 4)
            return TryYearFirst(text, ref at, first, out day);
        var separator = text[at];
        return digits <= 2
            && separator is '/' or '-' or '.'
            && TryStep(text, ref at, separator)
            && TryNumber(text, ref at, out var second, out var secondDigits)
            && secondDigits <= 2
            && TryStep(text, ref at, separator)
            && TryNumber(text, ref at, out var year, out var yearDigits)
            && yearDigits == 4
            && (
                style.IsMonthFirst(separator)
                    ? TryDay(year, first, second, out day)
                    : TryDay(year, second, first, out day)
            )
            && IsTimeOrEnd(text[at..], ' ');
    }

    /// <summary>A spreadsheet's number of days since <paramref name="epoch"/>; its fraction is the time of day.</summary>
    public static bool TryParseSerial(ReadOnlySpan<char> text, DateOnly epoch, out DateOnly day)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial);
        var isDay = isNumber && serial is >= 0 and < LastSerial;
        day = isDay ? epoch.AddDays((int)serial + (IsRoundedDown(serial) ? 1 : 0)) : default;
        return isDay;
    }

    /// <summary>
    /// A day that computing left a hair below midnight: the program shows the next one. A whole second before midnight
    /// is a time that somebody wrote ("due by 23:59:59").
    /// </summary>
    private static bool IsRoundedDown(double serial)
    {
        const double SecondsOfDay = 86_400;
        const double Written = 0.01;
        var missing = (1 - (serial - Math.Floor(serial))) * SecondsOfDay;
        var isWholeSecond = Math.Round(missing) >= 1 && Math.Abs(missing - Math.Round(missing)) < Written;
        return missing <= 60 && !isWholeSecond;
    }

    /// <summary>Where the date begins behind "08:15 " or "08:15:30 SA, "; 0 where no time and blank stand before it.</summary>
    private static int TimeBefore(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOf(' ');
        var time = end < 0 ? default : text[..end].TrimEnd(' ').TrimEnd(',').TrimEnd(' ');
        return !time.IsEmpty && !text[(end + 1)..].Contains(':') && IsTime(time) ? end + 1 : 0;
    }

    private static bool TryYearFirst(ReadOnlySpan<char> text, ref int at, int year, out DateOnly day)
    {
        day = default;
        var separator = text[at++];
        var isDay =
            separator is '-' or '/'
            && TryNumber(text, ref at, out var month, out var monthDigits)
            && monthDigits == 2
            && TryStep(text, ref at, separator)
            && TryNumber(text, ref at, out var number, out var dayDigits)
            && dayDigits == 2
            && TryDay(year, month, number, out day);
        if (!isDay)
            return false;
        var rest = text[at..];
        return IsTimeOrEnd(rest, 'T') || IsTimeOrEnd(rest, ' ') || (separator == '-' && TryInstant(text, out day));
    }

    /// <summary>With a zone or fractions of a second: the civil day in Vietnam, or the day as it stands without a zone.</summary>
    private static bool TryInstant(ReadOnlySpan<char> text, out DateOnly day)
    {
        var culture = CultureInfo.InvariantCulture;
        var hasZone = text[^1] is 'Z' or 'z' || text[^6..].IndexOfAny('+', '-') == 0;
        var style = DateTimeStyles.AssumeUniversal;
        var isInstant = DateTimeOffset.TryParse(text, culture, style, out var instant) && text.Length > 10;
        day = default;
        if (isInstant)
            day = hasZone ? VietnamTime.DayOf(instant) : DateOnly.FromDateTime(instant.DateTime);
        return isInstant;
    }

    private static bool IsTimeOrEnd(ReadOnlySpan<char> rest, char before)
    {
        if (rest.IsEmpty)
            return true;
        var at = 0;
        if (rest[0] == ',')
            rest = rest[1..];
        while (at < rest.Length && rest[at] == before)
            at++;
        return at > 0 && IsTime(rest[at..]);
    }

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        var at = 0;
        if (!TryPart(rest, ref at, 23) || !TryStep(rest, ref at, ':') || !TryPart(rest, ref at, 59))
            return false;
        if (at < rest.Length && rest[at] == ':' && !(TryStep(rest, ref at, ':') && TryPart(rest, ref at, 59)))
            return false;
        return at == rest.Length || IsHalfOfDay(rest[at..]);
    }

    /// <summary>Sáng, chiều: the day is the same whatever the hour.</summary>
    private static bool IsHalfOfDay(ReadOnlySpan<char> rest) =>
        rest[0] == ' ' && rest.TrimStart(' ') is "SA" or "CH" or "AM" or "PM" or "sa" or "ch" or "am" or "pm";

    private static bool TryPart(ReadOnlySpan<char> text, ref int at, int greatest) =>
        TryNumber(text, ref at, out var number, out var digits) && digits <= 2 && number <= greatest;

    private static bool TryStep(ReadOnlySpan<char> text, ref int at, char separator) =>
        at < text.Length && text[at++] == separator;

    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, out int number, out int digits)
    {
        var start = at;
        number = 0;
        while (at < text.Length && at - start < 5 && char.IsAsciiDigit(text[at]))
            number = number * 10 + (text[at++] - '0');
        digits = at - start;
        return digits > 0;
    }

    private static bool TryDay(int year, int month, int number, out DateOnly day)
    {
        var exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && number >= 1;
        exists = exists && number <= DateTime.DaysInMonth(year, month);
        day = exists ? new DateOnly(year, month, number) : default;
        return exists;
    }
}
