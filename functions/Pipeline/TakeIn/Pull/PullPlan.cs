using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Which days of a unit's exports are due.</summary>
public static class PullPlan
{
    /// <summary>Today, and of the days to be caught up on those that aren't settled; oldest first.</summary>
    public static IReadOnlyList<DateOnly> Due(
        PullSource source,
        string unit,
        UnitState state,
        DateOnly today,
        WorkingCalendar calendar,
        UnitRegister units
    ) =>
        [
            .. Enumerable
                .Range(0, source.DaysBack + 1)
                .Select(back => today.AddDays(back - source.DaysBack))
                .Where(day => !source.WorkingDaysOnly || calendar.IsWorkingDay(day))
                .Where(day => units.HolderOn(unit, day) is not null)
                .Where(day => day == today || state.On(day) is not { } pulled || !pulled.IsSettled(day)),
        ];
}
