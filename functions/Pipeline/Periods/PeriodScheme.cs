namespace CCHC.Pipeline.Periods;

/// <summary>Which days a month, quarter or year is made of.</summary>
public enum PeriodScheme
{
    /// <summary>Month M runs from the 15th of M−1 to the 14th of M; quarters and years follow (NĐ 09/2019, Đ12).</summary>
    Statutory,

    /// <summary>The calendar's own months.</summary>
    Calendar,
}

/// <summary>Months as ordinals (year × 12 + month − 1), which tile all days without gap or overlap.</summary>
public static class PeriodSchemes
{
    public static string Id(this PeriodScheme scheme) =>
        scheme switch
        {
            PeriodScheme.Statutory => "statutory",
            PeriodScheme.Calendar => "calendar",
        };

    public static int MonthOf(this PeriodScheme scheme, DateOnly day)
    {
        var (year, month, dayOfMonth) = day;
        var ordinal = year * 12 + month - 1;
        return scheme is PeriodScheme.Statutory && dayOfMonth >= 15 ? ordinal + 1 : ordinal;
    }

    public static DateOnly FirstDay(this PeriodScheme scheme, int month)
    {
        var first = new DateOnly(month / 12, month % 12 + 1, 1);
        return scheme is PeriodScheme.Statutory ? first.AddMonths(-1).AddDays(14) : first;
    }

    public static DateOnly LastDay(this PeriodScheme scheme, int month) => scheme.FirstDay(month + 1).AddDays(-1);
}
