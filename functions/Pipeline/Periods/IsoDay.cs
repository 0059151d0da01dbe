using System.Globalization;

namespace CCHC.Pipeline.Periods;

/// <summary>A day as data spell it, 2022-03-25 (ISO 8601), whatever the culture.</summary>
public static class IsoDay
{
    public const string Format = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>"" for none.</summary>
    public static string Of(DateOnly? day) => day is { } known ? Of(known) : "";

    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The day that a text spells.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);
}
