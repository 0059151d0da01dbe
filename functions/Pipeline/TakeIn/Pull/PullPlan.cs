using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>Which days of a unit's exports are wanted, and which of them a source is asked for now.</summary>
/// <remarks>
/// A day is opened once, when it is first due, and stays open until its receipt says accepted or partly, however long the
/// source is out: a long weekend or Tết is never lost by counting days back from today.
/// </remarks>
public static class PullPlan
{
    /// <summary>After a rest as long as this, older days are for staff to ask for (cchc pull --day).</summary>
    private const int MostDaysOpened = 92;

    /// <summary>A source that has no export of a day is asked once a week for as long, and then believed.</summary>
    private const int DaysDoubted = 30;

    /// <summary>With all days up to <paramref name="to"/> opened that were not yet.</summary>
    public static UnitState Opened(
        PullSource source,
        string unit,
        UnitState state,
        DateOnly to,
        WorkingCalendar calendar,
        UnitRegister units
    )
    {
        var isNew = state.PlannedTo is null;
        var from = state.PlannedTo?.AddDays(1) ?? to.AddDays(-source.DaysBack);
        from = from > to.AddDays(-MostDaysOpened) ? from : to.AddDays(-MostDaysOpened);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            // A state of before days were opened tells of some that they were fetched after they had ended.
            var wasFetched = isNew && state.On(day) is { } pulled && pulled.IsSettled(day);
            if (!wasFetched && IsWanted(source, unit, day, calendar, units))
                state = state.Opened(day, OpenDay.New);
        }
        return state.PlannedTo is { } planned && planned >= to ? state : state with { PlannedTo = to };
    }

    /// <summary>Without the days of which nothing more is wanted.</summary>
    public static UnitState Tidied(
        PullSource source,
        string unit,
        UnitState state,
        DateOnly today,
        WorkingCalendar calendar,
        UnitRegister units
    )
    {
        foreach (var (day, open) in state.OpenDays)
        {
            var isDone = open.Progress is DayProgress.Had && open.AnsweredAt is { } at && VietnamTime.DayOf(at) > day;
            var isBelieved = open.Progress is DayProgress.None && day < today.AddDays(-DaysDoubted);
            // A day off that was announced since.
            var isUnwanted = open.File.Length == 0 && !IsWanted(source, unit, day, calendar, units);
            if (isDone || isBelieved || isUnwanted)
                state = state.Closed(day);
        }
        return state;
    }

    /// <summary>Newest first: what is new matters most, should the source fail.</summary>
    public static IReadOnlyList<DateOnly> Due(PullSource source, UnitState state, DateOnly today) =>
        [
            .. state
                .OpenDays.Reverse()
                .Where(open => IsDue(open.Day, open.State, source, today))
                .Select(open => open.Day),
        ];

    private static bool IsDue(DateOnly day, OpenDay open, PullSource source, DateOnly today)
    {
        // A clock that had been wrong may have opened days that are still to come.
        if (day > today)
            return false;
        if (day == today || open.AnsweredAt is not { } at)
            return true;
        var answered = VietnamTime.DayOf(at);
        return open.Progress switch
        {
            DayProgress.Wanted or DayProgress.Refused => true,
            // An export fetched on its own day may lack the evening: it is asked for once more afterwards.
            DayProgress.Put or DayProgress.Had => answered <= day,
            DayProgress.None => day >= today.AddDays(-source.DaysBack) || answered <= today.AddDays(-7),
        };
    }

    private static bool IsWanted(
        PullSource source,
        string unit,
        DateOnly day,
        WorkingCalendar calendar,
        UnitRegister units
    ) => (!source.WorkingDaysOnly || calendar.IsWorkingDay(day)) && units.HolderOn(unit, day) is not null;
}
