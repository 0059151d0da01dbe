using CCHC.Pipeline.Periods;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.TakeIn.Pull;

public class PullPlanTests
{
    private const string Unit = "29956";
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(Shipped.DaysOff);
    private static readonly UnitRegister Units = new(UnitCsv.Parse(Shipped.Units));
    private static readonly DateOnly Monday = new(2022, 3, 7);

    [Fact]
    public void At_first_the_working_days_to_be_caught_up_on_are_due() =>
        Due(UnitState.Empty).ShouldBe([new(2022, 3, 4), Monday]);

    [Fact]
    public void Where_the_desk_works_at_weekends_all_days_are() =>
        Due(UnitState.Empty, "\"workingDaysOnly\": false")
            .ShouldBe([new(2022, 3, 4), new(2022, 3, 5), new(2022, 3, 6), Monday]);

    [Fact]
    public void A_day_fetched_after_it_ended_is_settled_today_never_is()
    {
        var state = Had(UnitState.Empty, new DateOnly(2022, 3, 4), Monday);

        Due(Had(state, Monday, Monday)).ShouldBe([Monday]);
    }

    [Fact]
    public void A_day_fetched_on_itself_may_lack_its_evening_and_is_asked_for_once_more() =>
        Due(Had(UnitState.Empty, new DateOnly(2022, 3, 4), new DateOnly(2022, 3, 4)))
            .ShouldBe([new(2022, 3, 4), Monday]);

    [Fact]
    public void Days_on_which_nobody_held_the_code_are_not_due() =>
        PullPlan.Due(Source(""), "99999", UnitState.Empty, Monday, Calendar, Units).ShouldBeEmpty();

    [Theory]
    [InlineData("2022-03-07 18:00", true)]
    [InlineData("2022-03-07 17:59", false)]
    [InlineData("2022-03-07 22:01", false)]
    [InlineData("2022-03-08 18:00", false)]
    public void A_window_opens_on_its_days_and_hours(string moment, bool isOpen) =>
        Window("18:00", "22:00").IsOpenAt(At(moment)).ShouldBe(isOpen);

    [Theory]
    [InlineData("2022-03-07 23:30", true)]
    [InlineData("2022-03-08 01:00", true)]
    [InlineData("2022-03-07 01:00", false)]
    [InlineData("2022-03-08 12:00", false)]
    public void A_window_over_midnight_belongs_to_the_day_it_began_on(string moment, bool isOpen) =>
        Window("23:00", "02:00").IsOpenAt(At(moment)).ShouldBe(isOpen);

    [Fact]
    public void The_state_is_read_as_it_was_written_and_forgets_old_days()
    {
        var unit = Had(Had(UnitState.Empty, Monday.AddDays(-60), Monday), Monday, Monday);
        var failed = unit with { LastFailure = new(Monday, VietnamTime.StartOf(Monday), "Máy chủ trả lời 500.") };

        var read = PullState.TryFromJson(PullState.Empty.With(Unit, failed).ToJson())!.Of(Unit);

        read.On(Monday).ShouldBe(unit.On(Monday));
        read.On(Monday.AddDays(-60)).ShouldBeNull();
        (read.LastSuccess, read.LastFailure).ShouldBe((failed.LastSuccess, failed.LastFailure));
    }

    private static IReadOnlyList<DateOnly> Due(UnitState state, string more = "\"daysBack\": 3") =>
        PullPlan.Due(Source(more), Unit, state, Monday, Calendar, Units);

    private static PullSource Source(string more) =>
        PullSources
            .Parse(
                $$"""[{"id": "a", "units": ["29956"], "address": "https://a.test/{date}"{{(more.Length > 0 ? ", " + more : "")}}}]"""
            )
            .All[0];

    private static UnitState Had(UnitState state, DateOnly day, DateOnly askedOn) =>
        state.Had(day, new("\"1\"", "", "ab", VietnamTime.StartOf(askedOn).AddHours(18)), "tệp");

    private static PullWindow Window(string from, string to) =>
        new([DayOfWeek.Monday], TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

    private static DateTime At(string moment) =>
        DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
