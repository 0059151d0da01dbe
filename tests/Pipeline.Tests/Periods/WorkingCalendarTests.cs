using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>domain.md §6.</summary>
public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = WorkingCalendar.Parse(NaiveCalendar.Csv);

    [Theory]
    [InlineData("2022-01-28", 3, "2022-02-09")] // Tết
    [InlineData("2024-04-25", 5, "2024-05-06")] // the swap Saturday 4/5/2024
    [InlineData("2022-03-11", 0, "2022-03-11")]
    [InlineData("2022-03-12", 1, "2022-03-14")]
    public void Working_days_are_added_over_holidays_and_swaps(string day, int count, string expected) =>
        Shipped.AddWorkingDays(Day(day), count).ShouldBe(Day(expected));

    [Theory]
    [InlineData("2022-03-14", true)]
    [InlineData("2022-03-12", false)]
    [InlineData("2022-03-13", false)]
    [InlineData("2022-02-01", false)]
    [InlineData("2024-04-29", false)]
    [InlineData("2024-05-04", true)]
    public void A_day_is_a_working_day_or_not(string day, bool working) =>
        Shipped.IsWorkingDay(Day(day)).ShouldBe(working);

    [Theory]
    [InlineData("2021-11-30", false)]
    [InlineData("2021-12-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void The_list_covers_a_span_only(string day, bool covered) => Shipped.Covers(Day(day)).ShouldBe(covered);

    [Fact]
    public void A_longer_list_covers_more() =>
        WorkingCalendar.Parse("date,kind\n2027-02-08,off").Covers(Day("2027-12-31")).ShouldBeTrue();

    [Property]
    public void It_agrees_with_the_naive_calendar(int offset)
    {
        var first = Day("2021-12-01").AddDays(Math.Abs(offset % 1800));
        var last = first.AddDays(60);
        Shipped.WorkingDays(first, last).ShouldBe(NaiveCalendar.WorkingDays(first, last));
    }

    [Theory]
    [InlineData("date,kind\n2022-13-01,off", "Dòng 2")]
    [InlineData("date,kind\n2022-01-03,off\n2022-01-04,holiday", "Dòng 3")]
    [InlineData("date,kind\n,off", "Dòng 2")]
    [InlineData("date\n2022-01-03", "kind")]
    public void A_faulty_list_is_refused_with_its_line(string csv, string named) =>
        Should.Throw<InvalidDataException>(() => WorkingCalendar.Parse(csv)).Message.ShouldContain(named);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
