namespace CCHC.Pipeline.Periods;

/// <summary>The one time zone: Asia/Ho_Chi_Minh, UTC+7 without daylight saving. Every day boundary is its midnight.</summary>
public static class VietnamTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The civil day in Vietnam of an instant given as UTC ticks.</summary>
    public static DateOnly DayOf(long utcTicks) => DayOf(new DateTimeOffset(utcTicks, TimeSpan.Zero));

    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
