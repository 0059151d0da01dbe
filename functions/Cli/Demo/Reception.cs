using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Demo;

/// <summary>Who comes to a desk in the quarter, and with what; channels and lives are given later.</summary>
internal sealed class Reception(Desk desk, WorkingCalendar calendar, Chance chance)
{
    private static readonly int AllFrequencies = DemoProcedure.All.Sum(procedure => procedure.Frequency);
    private static readonly IReadOnlyList<DemoProcedure> LongOnes =
    [
        .. DemoProcedure.All.Where(procedure => procedure.LimitDays >= 10 && procedure.Frequency >= 10),
    ];

    public IEnumerable<DemoDossier> InTheQuarter()
    {
        foreach (var day in calendar.WorkingDays(DemoQuarter.FirstDay, desk.LastDay))
        {
            var dossiers = Math.Max(1, desk.Busy * Traffic(day) / 100 + chance.Between(-2, 2));
            for (var i = 0; i < dossiers; i++)
                yield return Draft(day, Asked(), AnyFate());
        }
    }

    /// <summary>Received before the quarter and, if they live long enough, carried over into it.</summary>
    public IEnumerable<DemoDossier> Before()
    {
        var days = calendar.WorkingDays(new DateOnly(2021, 12, 1), DemoQuarter.FirstDay.AddDays(-1)).ToList();
        for (var i = 0; i < desk.Busy + 4; i++)
            yield return Draft(chance.Pick(days), chance.Pick(LongOnes), Fate.Handled);
    }

    private DemoDossier Draft(DateOnly day, DemoProcedure procedure, Fate fate) =>
        new()
        {
            Unit = desk.Code,
            Received = day,
            Time = new TimeOnly(7, 15).Add(TimeSpan.FromSeconds(chance.Below(8 * 3600))),
            Procedure = procedure,
            Fate = fate,
        };

    private DemoProcedure Asked()
    {
        var at = chance.Below(AllFrequencies);
        return DemoProcedure.All.First(procedure => (at -= procedure.Frequency) < 0);
    }

    private Fate AnyFate() =>
        chance.Below(100) switch
        {
            < 2 => Fate.Withdrawn,
            < 4 => Fate.Denied,
            < 5 => Fate.Unseen,
            _ => Fate.Handled,
        };

    /// <summary>Percent of an ordinary day: quiet before and after Tết and at the year's end, busy on Mondays.</summary>
    private static int Traffic(DateOnly day) =>
        (day.Year, day.Month, day.Day) switch
        {
            (2021, 12, >= 30) => 75,
            (2022, 1, 24) => 60,
            (2022, 1, 25) => 50,
            (2022, 1, 26) => 35,
            (2022, 1, 27 or 28) => 20,
            (2022, 2, 7) => 40,
            (2022, 2, 8 or 9) => 65,
            _ => day.DayOfWeek is DayOfWeek.Monday ? 125 : 100,
        };
}
