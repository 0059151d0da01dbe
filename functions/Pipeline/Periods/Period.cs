using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Periods;

/// <summary>A span of whole days, both ends inclusive.</summary>
/// <param name="Name">As written on the command line and in keys, e.g. 2022-Q1.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Key">Set for days, months, quarters and years, which have rows in the KPI tables.</param>
public sealed partial record Period(string Name, DateOnly From, DateOnly To, PeriodKey? Key = null)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>
    /// Reads 2022-Q1, 2022-M03, 2022-H1, 2022-9M, 2022, 2022-03-25 and 2022-01-10..2022-02-09.
    /// </summary>
    public static bool TryParse(string text, PeriodScheme scheme, [NotNullWhen(true)] out Period? period)
    {
        period = Parse(text.Trim(), scheme);
        return period is not null;
    }

    private static Period? Parse(string text, PeriodScheme scheme)
    {
        if (text.Split("..") is [var first, var last])
            return TryDay(first, out var from) && TryDay(last, out var to) && from <= to ? new(text, from, to) : null;
        if (TryDay(text, out var day))
            return new PeriodKey(PeriodKind.Day, day.DayNumber).In(scheme);
        var match = Named().Match(text);
        if (!match.Success)
            return null;
        var year = Number(match.Groups["year"]);
        if (match.Groups["quarter"] is { Success: true } quarter)
            return new PeriodKey(PeriodKind.Quarter, year * 4 + Number(quarter) - 1).In(scheme);
        if (match.Groups["month"] is { Success: true } month)
            return new PeriodKey(PeriodKind.Month, year * 12 + Number(month) - 1).In(scheme);
        if (match.Groups["half"] is { Success: true } half)
            return Months(text, scheme, year * 12 + 6 * (Number(half) - 1), 6);
        return match.Groups["nine"].Success
            ? Months(text, scheme, year * 12, 9)
            : new PeriodKey(PeriodKind.Year, year).In(scheme);
    }

    private static Period Months(string name, PeriodScheme scheme, int first, int count) =>
        new(name, scheme.FirstDay(first), scheme.LastDay(first + count - 1));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) => IsoDay.TryParse(text, out day);

    [GeneratedRegex(
        "^(?<year>2[0-9]{3})(-(Q(?<quarter>[1-4])|M(?<month>0[1-9]|1[0-2])|H(?<half>[12])|(?<nine>9M)))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
