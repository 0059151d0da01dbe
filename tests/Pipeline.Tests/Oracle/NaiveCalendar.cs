using System.Globalization;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>Monday to Friday less the days off, plus the working Saturdays, from the list that the product ships.</summary>
public static class NaiveCalendar
{
    private static readonly HashSet<(string Day, string Kind)> Listed =
    [
        .. Shipped().Select(line => line.Split(',')).Select(cells => (cells[0], cells[1])),
    ];

    /// <summary>The shipped list as text.</summary>
    public static string Csv => string.Join('\n', Shipped());

    public static IEnumerable<DateOnly> WorkingDays(DateOnly first, DateOnly last) =>
        Enumerable
            .Range(first.DayNumber, last.DayNumber - first.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Where(IsWorkingDay);

    private static bool IsWorkingDay(DateOnly day) =>
        IsListed(day, "working_saturday")
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsListed(day, "off"));

    private static bool IsListed(DateOnly day, string kind) =>
        Listed.Contains((day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), kind));

    private static string[] Shipped()
    {
        using var stream = typeof(Kpi).Assembly.GetManifestResourceStream("CCHC.Pipeline.Data.days_off.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
