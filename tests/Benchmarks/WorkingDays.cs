namespace CCHC.Benchmarks;

/// <summary>Mondays to Fridays: a benchmark needs no holidays.</summary>
internal static class WorkingDays
{
    public static bool IsWorkingDay(this DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (day.IsWorkingDay())
                yield return day;
        }
    }

    public static DateOnly PlusWorkingDays(this DateOnly day, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; left -= day.IsWorkingDay() ? 1 : 0)
            day = day.AddDays(step);
        return day;
    }
}
