using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Notices;

/// <summary>Days, numbers and names as Vietnamese official letters write them.</summary>
public static class Vietnamese
{
    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = "." };

    // The Vietnamese alphabet has no f, j, w, z and puts đ after d; NĐ 30/2020 numbers points by it.
    private const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    /// <summary>"ngày 05 tháng 01 năm 2022": a leading zero only for days below 10 and months 1 and 2 (NĐ 30/2020).</summary>
    public static string Day(DateOnly day) => $"ngày {TwoDigits(day.Day)} {Month(day.Year, day.Month)}";

    public static string Span(DateOnly from, DateOnly to) => $"từ {Day(from)} đến {Day(to)}";

    /// <summary>"tháng 01 năm 2022", "tháng 3 năm 2022".</summary>
    public static string Month(int year, int month) =>
        $"tháng {(month <= 2 ? TwoDigits(month) : Plain(month))} năm {Plain(year)}";

    /// <summary>In running text: 0, 05, 12, 1.234.</summary>
    public static string Number(int number) => number is > 0 and < 10 ? TwoDigits(number) : Figure(number);

    /// <summary>In tables: 0, 5, 12, 1.234.</summary>
    public static string Figure(int number) => number.ToString("#,0", Grouped);

    /// <summary>"quý I năm 2022", "tháng 3 năm 2022", "năm 2022", a day, else from–to.</summary>
    public static string Name(Period period) =>
        period.Key switch
        {
            { Kind: PeriodKind.Quarter } quarter => $"quý {Roman(quarter.Ordinal % 4)} năm {Plain(quarter.Year)}",
            { Kind: PeriodKind.Month } month => Month(month.Year, month.Ordinal % 12 + 1),
            { Kind: PeriodKind.Year } year => $"năm {Plain(year.Year)}",
            _ when period.From == period.To => Day(period.From),
            _ => Span(period.From, period.To),
        };

    /// <summary>A unit's name inside a sentence: "xã Long Khánh A".</summary>
    public static string InSentence(string name) =>
        name.Split(' ')[0] is "Xã" or "Phường" or "Thị" or "Đặc" ? LowerFirst(name) : name;

    public static string LowerFirst(string text) =>
        text.Length == 0 ? text : string.Concat(text[..1].ToLowerInvariant(), text.AsSpan(1));

    /// <summary>A name inside a sentence, unless it begins with an abbreviation: "kế hoạch …", "TTHC …".</summary>
    public static string LowerStart(string text) => text.Length > 1 && char.IsUpper(text[1]) ? text : LowerFirst(text);

    public static string UpperStart(string text) =>
        text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    /// <summary>With a capital, and with one full stop, whether or not it came with either.</summary>
    public static string Sentence(string text) => $"{UpperStart(text.Trim().TrimEnd('.', ' '))}.";

    /// <summary>"a)", "b)", … "d)", "đ)", "e)", "g)", … "y)", "aa)", "ab)".</summary>
    public static string Point(int index) =>
        index < Alphabet.Length
            ? $"{Alphabet[index]})"
            : $"{Alphabet[index / Alphabet.Length - 1]}{Alphabet[index % Alphabet.Length]})";

    /// <summary>Several names as one: "a, b và c".</summary>
    public static string Join(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} và {names[^1]}";

    private static string Roman(int quarter) =>
        quarter switch
        {
            0 => "I",
            1 => "II",
            2 => "III",
            _ => "IV",
        };

    private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Plain(int number) => number.ToString("0", CultureInfo.InvariantCulture);
}
