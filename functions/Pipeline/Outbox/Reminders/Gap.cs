using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>Working days without an export up to yesterday: what happened today is sent tonight.</summary>
/// <param name="LastExport">The last day with an export; null = none ever.</param>
/// <param name="MissingDays">The working days since.</param>
public sealed record Gap(DateOnly? LastExport, IReadOnlyList<DateOnly> MissingDays)
{
    /// <summary>The gap on a day.</summary>
    /// <param name="lastExport">The unit's latest as-of date.</param>
    /// <param name="expectedFrom">The first day on which an export could be expected of a unit that never sent one.</param>
    /// <param name="today">Vietnam's day.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static Gap On(DateOnly? lastExport, DateOnly expectedFrom, DateOnly today, WorkingCalendar calendar) =>
        new(lastExport, [.. calendar.WorkingDays(lastExport?.AddDays(1) ?? expectedFrom, today.AddDays(-1))]);
}
