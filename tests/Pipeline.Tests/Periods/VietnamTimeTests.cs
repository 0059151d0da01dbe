using CCHC.Pipeline.Periods;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>Every day boundary is midnight in Asia/Ho_Chi_Minh, wherever the process runs.</summary>
public class VietnamTimeTests
{
    [Theory]
    [InlineData("2022-03-14T16:59:59Z", 14)]
    [InlineData("2022-03-14T17:00:00Z", 15)]
    [InlineData("2022-03-15T06:00:00+07:00", 15)]
    [InlineData("2022-03-14T20:00:00-05:00", 15)]
    public void The_day_turns_at_17_00_UTC(DateTimeOffset instant, int dayOfMonth)
    {
        var day = new DateOnly(2022, 3, dayOfMonth);
        VietnamTime.DayOf(instant).ShouldBe(day);
        VietnamTime.DayOf(instant.UtcTicks).ShouldBe(day);
        new FakeTimeProvider(instant).Today().ShouldBe(day);
    }

    [Fact]
    public void A_day_starts_at_its_own_midnight()
    {
        var start = VietnamTime.StartOf(new DateOnly(2022, 3, 15));
        start.UtcDateTime.ShouldBe(new DateTime(2022, 3, 14, 17, 0, 0, DateTimeKind.Utc));
        VietnamTime.DayOf(start).ShouldBe(new DateOnly(2022, 3, 15));
    }
}
