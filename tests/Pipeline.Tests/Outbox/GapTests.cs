using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Outbox;

public class GapTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(Shipped.DaysOff);

    [Fact]
    public void Tet_makes_nobody_late()
    {
        // The last export on Friday 28 January 2022; days off until Friday 4 February; back on Monday 7 February.
        Missing(new(2022, 1, 28), today: new(2022, 2, 7)).ShouldBeEmpty();
        Missing(new(2022, 1, 28), today: new(2022, 2, 9)).ShouldBe([new(2022, 2, 7), new(2022, 2, 8)]);
    }

    [Fact]
    public void A_working_saturday_counts() =>
        // Saturday 4 May 2024 was worked for Monday 29 April.
        Missing(new(2024, 5, 3), today: new(2024, 5, 6)).ShouldBe([new(2024, 5, 4)]);

    [Fact]
    public void Todays_export_is_not_expected_before_tonight() =>
        Missing(new(2022, 3, 14), today: new(2022, 3, 15)).ShouldBeEmpty();

    [Fact]
    public void One_that_never_sent_is_late_from_the_day_it_was_expected() =>
        Gap.On(null, new(2022, 3, 15), new(2022, 3, 17), Calendar)
            .MissingDays.ShouldBe([new(2022, 3, 15), new(2022, 3, 16)]);

    private static IReadOnlyList<DateOnly> Missing(DateOnly last, DateOnly today) =>
        Gap.On(last, default, today, Calendar).MissingDays;
}
