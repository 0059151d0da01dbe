using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Numbers and days as clerks give them.</summary>
public sealed class IssueRulesTests
{
    [Theory]
    [InlineData("389", "389")]
    [InlineData(" 389 ", "389")]
    [InlineData("389/UBND-HC", "389")]
    [InlineData("Số: 389/ubnd-hc", "389")]
    [InlineData("389A", "389a")]
    [InlineData("5", "05")]
    [InlineData("0012", "12")]
    public void A_number_is_read_as_clerks_write_it(string typed, string number)
    {
        NoticeNumber.TryParse(typed, "UBND-HC", out var read).ShouldBeTrue();
        read.ShouldBe(number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("UBND")]
    [InlineData("389/UBND-NC")]
    [InlineData("389/")]
    [InlineData("-389")]
    [InlineData("3 89")]
    [InlineData("389ab")]
    [InlineData("../389")]
    [InlineData("1234567")]
    [InlineData("٣٨٩")]
    public void Anything_else_is_no_number(string typed) =>
        NoticeNumber.TryParse(typed, "UBND-HC", out _).ShouldBeFalse();

    [Theory]
    [InlineData("2022-03-14", "sau khi kỳ kết thúc (đến hết ngày 14/03/2022)")]
    [InlineData("2022-03-15", null)]
    [InlineData("2022-03-25", null)]
    [InlineData("2022-03-26", "sau ngày hôm nay (25/03/2022)")]
    public void A_letter_is_dated_after_its_period_and_not_in_the_future(string date, string? fault)
    {
        var said = IssueDates.Fault(Day(date), Quarter("2022-Q1"), today: Day("2022-03-25"));
        if (fault is null)
            said.ShouldBeNull();
        else
            said.ShouldNotBeNull().ShouldContain(fault);
    }

    [Fact]
    public void Deadlines_beyond_the_list_of_days_off_are_warned_of()
    {
        var calendar = WorkingCalendar.Parse(Shipped.DaysOff);
        IssueDates.Warning(Issued("2026-12-01", "2026-12-22"), calendar).ShouldBeNull();
        IssueDates.Warning(Issued("2026-12-20", "2027-01-11"), calendar).ShouldNotBeNull().ShouldContain("11/01/2027");
    }

    private static IssuedNotice Issued(string date, string deadline) =>
        new("2026-Q4", "29956", "1", Day(date), Day(deadline), Day(date));

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
