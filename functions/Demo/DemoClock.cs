using System.Globalization;
using CCHC.Pipeline.Periods;

namespace CCHC.Demo;

/// <summary>A clock that stands still until the demo moves it on, while timers run on: what it shows doesn't depend on today.</summary>
public sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset standsAt = now;

    public override DateTimeOffset GetUtcNow() => standsAt.ToUniversalTime();

    public void MoveTo(DateTimeOffset moment) => standsAt = moment;

    /// <summary>What staff are told of it.</summary>
    public string Told =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Kho dữ liệu chạy thử: đồng hồ đứng ở {TimeZoneInfo.ConvertTime(standsAt, VietnamTime.Zone):HH:mm 'ngày' dd/MM/yyyy}."
        );
}
