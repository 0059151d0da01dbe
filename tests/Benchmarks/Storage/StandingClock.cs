using CCHC.Pipeline.Periods;

namespace CCHC.Benchmarks.Storage;

/// <summary>A clock that stands in the evening of the day under measurement: what is refreshed by age never comes in between.</summary>
internal sealed class StandingClock : TimeProvider
{
    public DateOnly Today { get; set; } = new(2024, 3, 5);

    public override DateTimeOffset GetUtcNow() => VietnamTime.StartOf(Today).AddHours(18);
}
