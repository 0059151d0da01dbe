using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>Who comes to a desk in the quarter, and with what; channels and lives are given later.</summary>
internal sealed class Reception(Desk desk, WorkingCalendar calendar, Chance chance)
{
    private static readonly int AllFrequencies = DemoProcedure.All.Sum(procedure => procedure.Frequency);
    private static readonly IReadOnlyList<DemoProcedure> LongOnes =
    [
        .. DemoProcedure.All.Where(procedure => procedure.LimitDays >= 10 && procedure.Frequency >= 10),
    ];

    public IEnumerable<DemoDossier> InTheQuarter() => Between(desk.Period.FirstDay, desk.LastDay);

    /// <summary>Received before the quarter while the desk sent nothing.</summary>
    public IEnumerable<DemoDossier> Untold() =>
        desk.UntoldSince is { } day ? Between(day, desk.Period.FirstDay.AddDays(-1)) : [];

    private IEnumerable<DemoDossier> Between(DateOnly first, DateOnly last)
    {
        foreach (var day in calendar.WorkingDays(first, last))
        {
            var dossiers = Math.Max(1, desk.Busy * Traffic(day) / 100 + chance.Between(-2, 2));
            for (var i = 0; i < dossiers; i++)
                yield return Draft(day, Asked(), AnyFate());
        }
    }

    /// <summary>Received before the quarter and, if they live long enough, carried over into it.</summary>
    public IEnumerable<DemoDossier> Before()
    {
        var to = desk.Period.FirstDay.AddDays(-1);
        var days = calendar.WorkingDays(to.AddDays(-13), to).ToList();
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

    /// <summary>Percent of an ordinary day: quiet around Tết, the year's end and other days off, busy on Mondays.</summary>
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
            (2022, 4, 8 or 29) => 70,
            (2022, 4, 12) or (2022, 5, 4) => 140,
            _ => day.DayOfWeek is DayOfWeek.Monday ? 125 : 100,
        };
}
