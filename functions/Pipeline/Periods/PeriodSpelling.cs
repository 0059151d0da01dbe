using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Periods;

/// <summary>How people write periods: in any case and order of the parts, in words, with days as they are spoken.</summary>
public static partial class PeriodSpelling
{
    private static readonly string[] Days = ["yyyy-M-d", "d-M-yyyy"];

    /// <summary>The name a period has in keys and tables; what is none is returned as it is.</summary>
    public static string NameOf(string text)
    {
        text = text.Trim();
        if (Between().Split(text) is [var first, var last] && DayOf(first) is { } from && DayOf(last) is { } to)
            return $"{Name(from)}..{Name(to)}";
        if (DayOf(text) is { } day)
            return Name(day);
        // "Quý I/2022" and "q1-2022" are quy-i-2022 and q1-2022.
        var match = Spelt().Match(Slug.Of(text));
        if (!match.Success)
            return text;
        var year = match.Groups["year"].Value;
        if (match.Groups["quarter"] is { Success: true } quarter)
            return $"{year}-Q{Quarter(quarter.Value)}";
        if (match.Groups["month"] is { Success: true } month)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{year}-M{int.Parse(month.Value, CultureInfo.InvariantCulture):00}"
            );
        if (match.Groups["half"] is { Success: true } half)
            return $"{year}-H{(half.Value is "2" or "cuoi" ? 2 : 1)}";
        return match.Groups["nine"].Success ? $"{year}-9M" : year;
    }

    /// <summary>25/03/2022, 25-3-2022, 2022-03-25.</summary>
    public static DateOnly? DayOf(string text)
    {
        var slug = Slug.Of(text);
        return DateOnly.TryParseExact(
            slug.StartsWith("ngay-", StringComparison.Ordinal) ? slug["ngay-".Length..] : slug,
            Days,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
    }

    private static string Quarter(string text) =>
        text switch
        {
            "i" => "1",
            "ii" => "2",
            "iii" => "3",
            "iv" => "4",
            _ => text,
        };

    private static string Name(DateOnly day) => IsoDay.Of(day);

    private const string Part =
        "(q-?(?<quarter>[1-4])|quy-?(?<quarter>[1-4]|iv|i{1,3})|(m|t|thang)-?(?<month>1[0-2]|0?[1-9])|h-?(?<half>[12])|6-thang-(?<half>dau|cuoi)|(?<half>6-thang)|(?<nine>9m|9-thang(-dau)?))";

    [GeneratedRegex(
        "^(nam-)?((?<year>2[0-9]{3})(-?"
            + Part
            + ")?|"
            + Part
            + "-?(nam-)?(?<year>2[0-9]{3})|(?<month>1[0-2]|0?[1-9])-(?<year>2[0-9]{3}))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Spelt();

    [GeneratedRegex(@"\.\.|\s+-\s+|\s+đến\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
