using System.Reflection;
using CCHC.Infra.Tests.Template;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Infra.Tests.Settings;

public class SchedulesTests
{
    /// <summary>The settings that attributes of App refer to: %Name%.</summary>
    public static IReadOnlyList<string> Placeholders { get; } =
    [
        .. Function
            .With<TimerTriggerAttribute>()
            .SelectMany(timer => Pattern.Find(timer.Trigger.Schedule, "^%(?<it>[^%]+)%$"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_timer_takes_its_schedule_from_a_setting() =>
        Function
            .With<TimerTriggerAttribute>()
            .Where(timer => !Pattern.IsIn(timer.Trigger.Schedule, "^%[A-Za-z]+Schedule%$"))
            .Select(timer => timer.Function)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Every_schedule_that_a_timer_asks_for_is_set_and_no_other(string name)
    {
        Placeholders.ShouldNotBeEmpty();
        SchedulesOf(Prediction.Of(name)).Keys.ShouldBe(Placeholders, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Azure_ticks_when_the_self_hosted_app_does(string name) =>
        SchedulesOf(Prediction.Of(name)).ShouldBe(SelfHosted(), ignoreOrder: true);

    /// <summary>Azure's Linux plans know UTC only; 18:00 and 09:00 in Vietnam, seven hours ahead (design.md §5).</summary>
    [Theory]
    [InlineData("SweepExportsSchedule", "0 */15 * * * *")]
    [InlineData("ReviewClosedPeriodSchedule", "0 0 * * * *")]
    [InlineData("PullExportsSchedule", "0 0 11 * * *")]
    [InlineData("RemindLateUnitsSchedule", "0 0 2 * * *")]
    public void They_tick_as_the_design_says(string setting, string schedule) =>
        Prediction.Prod.Settings[setting].ShouldBe(schedule);

    private static Dictionary<string, string> SchedulesOf(Prediction prediction) =>
        prediction
            .Settings.Where(setting => setting.Key.EndsWith("Schedule", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>What `cchc serve` falls back on.</summary>
    private static Dictionary<string, string> SelfHosted() =>
        (
            (KeyValuePair<string, string?>[])
                Assembly
                    .Load("cchc")
                    .GetType("CCHC.Cli.Serving.FunctionHost", throwOnError: true)!
                    .GetField("Schedules", BindingFlags.Static | BindingFlags.NonPublic)!
                    .GetValue(null)!
        ).ToDictionary(schedule => schedule.Key, schedule => schedule.Value!, StringComparer.Ordinal);
}
