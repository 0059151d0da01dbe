using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class DateTests
{
    [Theory]
    [InlineData("05/03/2022")]
    [InlineData("5/3/2022")]
    [InlineData("05/03/2022 23:59")]
    [InlineData("05/03/2022 23:59:59")]
    [InlineData("2022-03-05")]
    [InlineData("2022-03-05 07:30:00")]
    [InlineData("2022-03-05T07:30:00")]
    [InlineData("2022-03-05T07:30:00.123")]
    [InlineData("2022-03-05T23:30:00+07:00")]
    [InlineData("2022-03-04T17:00:00Z")]
    [InlineData("2022-03-05T16:59:59Z")]
    public void A_day_is_read_as_Vietnam_counts_it(string text) =>
        AnExport.With(("Ngày tiếp nhận", text)).Kept.ShouldHaveSingleItem().Received.ShouldBe(new DateOnly(2022, 3, 5));

    [Theory]
    [InlineData("2022-13-05")]
    [InlineData("03/15/2022")]
    [InlineData("05/03/22")]
    [InlineData("05/03/2022 25:00")]
    [InlineData("05/03/2022 10:60")]
    [InlineData("05/03/2022 sáng")]
    [InlineData("29/02/2022")]
    [InlineData("00/03/2022")]
    [InlineData("5/3")]
    [InlineData("2022-03-05T99:00:00Z")]
    public void What_is_no_day_is_never_guessed(string text) =>
        AnExport.With(("Ngày tiếp nhận", text)).Fault(FaultCodes.DateBad);

    [Fact]
    public void The_29th_of_February_exists_in_leap_years() =>
        AnExport.With(("Ngày tiếp nhận", "29/02/2020")).Kept.ShouldHaveSingleItem();
}
