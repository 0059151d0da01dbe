namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Seeded chance in the words of generators.</summary>
internal static class Chance
{
    public static bool InHundred(this Random random, int percent) => random.Next(100) < percent;

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> from) => from[random.Next(from.Length)];

    /// <summary>A day in first–last, often one on which a month begins or ends in either scheme.</summary>
    public static DateOnly Day(this Random random, DateOnly first, DateOnly last)
    {
        if (last <= first)
            return first;
        var day = first.AddDays(random.Next(last.DayNumber - first.DayNumber + 1));
        var boundary = random.Pick(
            new DateOnly(day.Year, day.Month, 1),
            new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1),
            new DateOnly(day.Year, day.Month, 14),
            new DateOnly(day.Year, day.Month, 15)
        );
        return random.InHundred(35) && first <= boundary && boundary <= last ? boundary : day;
    }
}
