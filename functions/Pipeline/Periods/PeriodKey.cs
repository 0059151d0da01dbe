using System.Globalization;

namespace CCHC.Pipeline.Periods;

/// <summary>Kinds of period that have rows of their own in the KPI tables.</summary>
public enum PeriodKind : byte
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// One day, month, quarter or year of whichever scheme is configured, as a number that grows by one per period:
/// the day number, year × 12 + month − 1, year × 4 + quarter − 1, the year.
/// </summary>
public readonly record struct PeriodKey(PeriodKind Kind, int Ordinal) : IComparable<PeriodKey>
{
    public static PeriodKey Containing(PeriodKind kind, DateOnly day, PeriodScheme scheme) =>
        kind switch
        {
            PeriodKind.Day => new(kind, day.DayNumber),
            PeriodKind.Month => new(kind, scheme.MonthOf(day)),
            PeriodKind.Quarter => new(kind, scheme.MonthOf(day) / 3),
            PeriodKind.Year => new(kind, scheme.MonthOf(day) / 12),
        };

    /// <summary>The year under whose rows the period is filed: a day's calendar year, otherwise the scheme's year.</summary>
    public int Year =>
        Kind switch
        {
            PeriodKind.Day => DateOnly.FromDayNumber(Ordinal).Year,
            PeriodKind.Month => Ordinal / 12,
            PeriodKind.Quarter => Ordinal / 4,
            PeriodKind.Year => Ordinal,
        };

    public DateOnly From(PeriodScheme scheme) =>
        Kind switch
        {
            PeriodKind.Day => DateOnly.FromDayNumber(Ordinal),
            PeriodKind.Month => scheme.FirstDay(Ordinal),
            PeriodKind.Quarter => scheme.FirstDay(Ordinal * 3),
            PeriodKind.Year => scheme.FirstDay(Ordinal * 12),
        };

    public DateOnly To(PeriodScheme scheme) =>
        Kind is PeriodKind.Day
            ? DateOnly.FromDayNumber(Ordinal)
            : new PeriodKey(Kind, Ordinal + 1).From(scheme).AddDays(-1);

    /// <summary>The name staff and tables use: 2022-03-25, 2022-M03, 2022-Q1, 2022.</summary>
    public string Name =>
        Kind switch
        {
            PeriodKind.Day => IsoDay.Of(DateOnly.FromDayNumber(Ordinal)),
            PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Ordinal / 12}-M{Ordinal % 12 + 1:00}"),
            PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Ordinal / 4}-Q{Ordinal % 4 + 1}"),
            PeriodKind.Year => Ordinal.ToString(CultureInfo.InvariantCulture),
        };

    public Period In(PeriodScheme scheme) => new(Name, From(scheme), To(scheme), this);

    public int CompareTo(PeriodKey other) =>
        Kind == other.Kind ? Ordinal.CompareTo(other.Ordinal) : ((byte)Kind).CompareTo((byte)other.Kind);
}
