using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>When a desk uploads; every desk has its own minutes and every day its own seconds, so no two times are equal.</summary>
/// <param name="desk">The desk's place among all.</param>
/// <param name="calendar">Nothing is sent on days off.</param>
/// <param name="after">Uploads about days before this moment come soon after it, in the same order.</param>
internal sealed class UploadTimes(int desk, WorkingCalendar calendar, DateTimeOffset? after = null)
{
    public long Afternoon(WorkingDay today) => At(today.Day, 16, 30, today);

    public long Evening(WorkingDay today) => At(today.Day, 17, 5, today);

    public long NextMorning(WorkingDay today) => At(calendar.AddWorkingDays(today.Day, 1), 9, 20, today);

    public long DaysLater(WorkingDay today, int workingDays) =>
        At(calendar.AddWorkingDays(today.Day, workingDays), 7, 40, today);

    private long At(DateOnly day, int hour, int minute, WorkingDay about) =>
        NotBefore(VietnamTime.StartOf(day).Add(new TimeSpan(hour, minute + desk, about.Number)), about.Day).UtcTicks;

    // A day becomes an hour: a day's mended file still comes after the faulty one.
    private DateTimeOffset NotBefore(DateTimeOffset time, DateOnly about) =>
        after is { } moment && about < VietnamTime.DayOf(moment)
            ? moment.AddMinutes(30) + ((time - VietnamTime.StartOf(VietnamTime.DayOf(moment).AddDays(-4))) / 24)
            : time;
}
