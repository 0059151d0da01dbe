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
    public void At_first_the_working_days_to_be_caught_up_on_are_due_the_newest_first() =>
        Due(UnitState.Empty).ShouldBe([Monday, new(2022, 3, 4)]);

    [Fact]
    public void Where_the_desk_works_at_weekends_all_days_are() =>
        Due(UnitState.Empty, "\"workingDaysOnly\": false")
            .ShouldBe([Monday, new(2022, 3, 6), new(2022, 3, 5), new(2022, 3, 4)]);

    [Fact]
    public void A_day_fetched_after_it_ended_waits_for_its_receipt_today_never_does()
    {
        var state = Opened(UnitState.Empty).Put(new(2022, 3, 4), "tệp", Evening(Monday));

        DueOf(state.Put(Monday, "tệp", Evening(Monday))).ShouldBe([Monday]);
    }

    [Fact]
    public void A_day_fetched_on_itself_may_lack_its_evening_and_is_asked_for_once_more() =>
        DueOf(Opened(UnitState.Empty).Put(new(2022, 3, 4), "tệp", Evening(new(2022, 3, 4))))
            .ShouldBe([Monday, new(2022, 3, 4)]);

    [Fact]
    public void A_day_that_is_still_to_come_is_not_due_whatever_a_wrong_clock_opened() =>
        DueOf(
                Opened(UnitState.Empty)
                    .Opened(Monday.AddDays(3), OpenDay.New)
                    .Opened(Monday.AddDays(4), new(DayProgress.Refused, "tệp", Evening(Monday.AddDays(4))))
            )
            .ShouldBe([Monday, new(2022, 3, 4)]);

    [Fact]
    public void A_day_whose_file_was_refused_is_asked_for_again_however_late()
    {
        var refused = new OpenDay(DayProgress.Refused, "tệp", Evening(Monday.AddDays(-50)));

        DueOf(Opened(UnitState.Empty).Opened(Monday.AddDays(-52), refused))
            .ShouldBe([Monday, new(2022, 3, 4), Monday.AddDays(-52)]);
    }

    [Fact]
    public void After_a_rest_over_Tet_no_day_is_lost()
    {
        var state = Opened(UnitState.Empty, on: new(2022, 1, 28));

        Due(state)
            .Where(day => day > new DateOnly(2022, 1, 28))
            .ShouldBe(
                // Tết lasted from 29 January to 6 February.
                Enumerable
                    .Range(0, 29)
                    .Select(back => Monday.AddDays(-back))
                    .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            );
    }

    [Fact]
    public void A_day_that_the_source_does_not_have_is_asked_for_daily_then_weekly_then_believed()
    {
        var day = new DateOnly(2022, 2, 21);
        var state = Opened(UnitState.Empty, on: day).HasNone(day, Evening(day.AddDays(9)));

        DueOn(day.AddDays(10), state).ShouldNotContain(day);
        DueOn(day.AddDays(16), state).ShouldContain(day);
        DueOn(day.AddDays(3), Opened(UnitState.Empty, on: day).HasNone(day, Evening(day.AddDays(2))))
            .ShouldContain(day);
        Tidied(state, day.AddDays(30)).OpenDays.ShouldContain(open => open.Day == day);
        Tidied(state, day.AddDays(31)).OpenDays.ShouldNotContain(open => open.Day == day);
    }

    [Theory]
    [InlineData(DayProgress.Had, 0, true)]
    [InlineData(DayProgress.Had, 1, false)]
    [InlineData(DayProgress.Put, 1, true)]
    [InlineData(DayProgress.Refused, 1, true)]
    public void A_day_is_closed_once_it_is_had_and_was_asked_for_after_its_end(
        DayProgress progress,
        int daysAfter,
        bool isOpen
    )
    {
        var state = UnitState.Empty.Opened(Monday, new(progress, "tệp", Evening(Monday.AddDays(daysAfter))));

        Tidied(state, Monday.AddDays(40)).OpenDays.Any().ShouldBe(isOpen);
    }

    [Fact]
    public void Days_on_which_nobody_held_the_code_are_not_due() =>
        PullPlan.Opened(Source(""), "99999", UnitState.Empty, Monday, Calendar, Units).OpenDays.ShouldBeEmpty();

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
        var unit = Had(Had(Opened(UnitState.Empty), Monday.AddDays(-60), Monday), Monday, Monday);
        var failed = unit with { LastFailure = new(Monday, VietnamTime.StartOf(Monday), "Máy chủ trả lời 500.") };

        var read = PullState.TryFromJson(PullState.Empty.With(Unit, failed).ToJson())!.Of(Unit);

        read.On(Monday).ShouldBe(unit.On(Monday));
        read.On(Monday.AddDays(-60)).ShouldBeNull();
        read.OpenDays.ShouldBe(failed.OpenDays);
        read.PlannedTo.ShouldBe(Monday);
        (read.LastSuccess, read.LastFailure).ShouldBe((failed.LastSuccess, failed.LastFailure));
    }

    private static UnitState Opened(UnitState state, string more = "\"daysBack\": 3", DateOnly? on = null) =>
        PullPlan.Opened(Source(more), Unit, state, on ?? Monday, Calendar, Units);

    private static IReadOnlyList<DateOnly> Due(UnitState state, string more = "\"daysBack\": 3") =>
        PullPlan.Due(Source(more), Opened(state, more), Monday);

    private static IReadOnlyList<DateOnly> DueOf(UnitState state) => DueOn(Monday, state);

    private static IReadOnlyList<DateOnly> DueOn(DateOnly today, UnitState state) =>
        PullPlan.Due(Source("\"daysBack\": 3"), state, today);

    private static UnitState Tidied(UnitState state, DateOnly today) =>
        PullPlan.Tidied(Source(""), Unit, state, today, Calendar, Units);

    private static DateTimeOffset Evening(DateOnly day) => VietnamTime.StartOf(day).AddHours(18);

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
