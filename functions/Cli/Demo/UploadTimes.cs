using CCHC.Pipeline.Periods;

namespace CCHC.Cli.Demo;

/// <summary>When a desk uploads; every desk has its own minutes and every day its own seconds, so no two times are equal.</summary>
internal sealed class UploadTimes(int desk, WorkingCalendar calendar)
{
    public long Afternoon(WorkingDay today) => At(today.Day, 16, 30, today);

    public long Evening(WorkingDay today) => At(today.Day, 17, 5, today);

    public long NextMorning(WorkingDay today) => At(calendar.AddWorkingDays(today.Day, 1), 9, 20, today);

    public long DaysLater(WorkingDay today, int workingDays) =>
        At(calendar.AddWorkingDays(today.Day, workingDays), 7, 40, today);

    private long At(DateOnly day, int hour, int minute, WorkingDay about) =>
        VietnamTime.StartOf(day).Add(new TimeSpan(hour, minute + desk, about.Number)).UtcTicks;
}
