using System.Globalization;
using System.Text.RegularExpressions;
using CCHC.Pipeline.Intake.Words;

namespace CCHC.Pipeline.Intake;

/// <summary>The day an export speaks of, as its name or its titles say it (design.md §3).</summary>
internal static partial class AsOfDate
{
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Bare = 8;
    private const int Delimited = 10;

    /// <summary>The last valid date in a file name.</summary>
    public static DateOnly? InName(string file)
    {
        for (var start = file.Length - Bare; start >= 0; start--)
        {
            if ((start == 0 || !char.IsAsciiDigit(file[start - 1])) && DateAt(file.AsSpan(start)) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>"… đến ngày …" in a title, else "Ngày … tháng … năm …"; the last of them.</summary>
    public static DateOnly? InTitles(IEnumerable<string> titles)
    {
        var folded = titles.Select(title => Fold.Of(title)).ToList();
        return Last(folded, UntilIsoDay()) ?? Last(folded, UntilDay()) ?? Last(folded, DayInWords());
    }

    private static DateOnly? DateAt(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        if (digits == Bare)
            return Day(text[..4], text[4..6], text[6..8]) ?? Day(text[4..8], text[2..4], text[..2]);
        if (text.Length < Delimited || (text.Length > Delimited && char.IsAsciiDigit(text[Delimited])))
            return null;
        if (digits == 4 && text[4] is '-' or '_' && text[7] == text[4])
            return Day(text[..4], text[5..7], text[8..10]);
        var isDayFirst = digits == 2 && text[2] is '-' or '.' or '_' && text[5] == text[2];
        return isDayFirst ? Day(text[6..10], text[3..5], text[..2]) : null;
    }

    private static DateOnly? Last(List<string> titles, Regex pattern)
    {
        DateOnly? last = null;
        foreach (var title in titles)
        {
            foreach (Match match in pattern.Matches(title))
            {
                if (pattern != DayInWords() || !IsCited(match, title))
                    last = Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) ?? last;
            }
        }
        return last;
    }

    private static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var culture = CultureInfo.InvariantCulture;
        var isDay =
            int.TryParse(year, NumberStyles.None, culture, out var y)
            && int.TryParse(month, NumberStyles.None, culture, out var m)
            && int.TryParse(day, NumberStyles.None, culture, out var d)
            && y is >= 2000 and <= 2099
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m);
        return isDay ? new DateOnly(Number(year), Number(month), Number(day)) : null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>A law or letter has its day too: "Thông tư 01/2018/TT-VPCP ngày 23 tháng 11 năm 2018".</summary>
    private static bool IsCited(Match match, string title) => Citation().IsMatch(title[..match.Index]);

    [GeneratedRegex(
        @"(đến|den) ?:? ?(hết |het )?((ngày|ngay) ?:? ?)?(?<d>[0-9]{1,2})( ?[/.-] ?| (tháng|thang) )(?<m>[0-9]{1,2})( ?[/.-] ?| (năm|nam) )(?<y>[0-9]{4})(?![0-9])",
        Plain
    )]
    private static partial Regex UntilDay();

    [GeneratedRegex(
        @"(đến|den) ?:? ?(hết |het )?(ngày|ngay) ?:? ?(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?![0-9])",
        Plain
    )]
    private static partial Regex UntilIsoDay();

    [GeneratedRegex(
        @"(ngày|ngay) (?<d>[0-9]{1,2}) (tháng|thang) (?<m>[0-9]{1,2}) (năm|nam) (?<y>[0-9]{4})(?![0-9])",
        Plain
    )]
    private static partial Regex DayInWords();

    [GeneratedRegex(
        @"(thông tư|thong tu|nghị định|nghi dinh|quyết định|quyet dinh|nghị quyết|nghi quyet|công văn|cong van|kế hoạch số|ke hoach so|ban hành|ban hanh|kèm theo|kem theo|luật số|luat so) ",
        Plain
    )]
    private static partial Regex Citation();
}
