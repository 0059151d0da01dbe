using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>A statutory quarter that the demo shows, and where its clock stands after it.</summary>
/// <param name="Name">2022-Q1.</param>
/// <param name="Title">"quý I năm 2022".</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="LastWorkingDay">The last day that exports speak of.</param>
/// <param name="Target">Percent of dossiers that were to come in online.</param>
/// <param name="Clock">Every upload about the quarter lies before it.</param>
public sealed record DemoPeriod(
    string Name,
    string Title,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly LastWorkingDay,
    int Target,
    DateTimeOffset Clock
)
{
    public static DemoPeriod First { get; } =
        new(
            "2022-Q1",
            "quý I năm 2022",
            new(2021, 12, 15),
            new(2022, 3, 14),
            new(2022, 3, 14),
            Target: 40,
            At(new(2022, 3, 18), hour: 8)
        );

    public static DemoPeriod Second { get; } =
        new(
            "2022-Q2",
            "quý II năm 2022",
            new(2022, 3, 15),
            new(2022, 6, 14),
            new(2022, 6, 14),
            Target: 40,
            At(new(2022, 6, 18), hour: 8)
        );

    /// <summary>Of the province: after the units of 1 July 2025.</summary>
    public static DemoPeriod Province { get; } =
        new(
            "2025-Q4",
            "quý IV năm 2025",
            new(2025, 9, 15),
            new(2025, 12, 14),
            new(2025, 12, 12),
            Target: 50,
            At(new(2025, 12, 18), hour: 8)
        );

    public Period In(PeriodScheme scheme) =>
        Period.TryParse(Name, scheme, out var period)
            ? period
            : throw new InvalidOperationException($"{Name} is no period.");

    public static DateTimeOffset At(DateOnly day, int hour) => VietnamTime.StartOf(day).AddHours(hour);
}
