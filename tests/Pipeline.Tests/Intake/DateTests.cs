using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class DateTests
{
    [Theory]
    [InlineData("05/03/2022")]
    [InlineData("5/3/2022")]
    [InlineData("05/03/2022 23:59")]
    [InlineData("05/03/2022 23:59:59")]
    [InlineData("05-03-2022")]
    [InlineData("5-3-2022 7:05")]
    [InlineData("05.03.2022")]
    [InlineData("05.03.2022 23:59:59")]
    [InlineData("05/03/2022 14:05 CH")]
    [InlineData("05/03/2022 02:05:33 SA")]
    [InlineData("05/03/2022 2:05 PM")]
    [InlineData("2022/03/05")]
    [InlineData("2022/03/05 07:30")]
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
    [InlineData("05/03-2022")]
    [InlineData("05.03/2022")]
    [InlineData("03-15-2022")]
    [InlineData("05/03/2022 14:05CH")]
    [InlineData("05/03/2022 14:05 XX")]
    [InlineData("05/03/2022 14:05:")]
    [InlineData("05/03/2022 CH")]
    [InlineData("44.635")] // a serial day with a thousand point
    [InlineData("44.635,5")]
    [InlineData("44,635.5")]
    [InlineData("1.234.2022")]
    [InlineData("--")]
    [InlineData("không")]
    [InlineData("2022-03-05T99:00:00Z")]
    public void What_is_no_day_is_never_guessed(string text) =>
        AnExport.With(("Ngày tiếp nhận", text)).Fault(FaultCodes.DateBad);

    [Fact]
    public void The_29th_of_February_exists_in_leap_years() =>
        AnExport.With(("Ngày tiếp nhận", "29/02/2020")).Kept.ShouldHaveSingleItem();

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("null")]
    [InlineData("NULL")]
    public void What_systems_write_for_no_date_is_a_blank_cell(string text)
    {
        AnExport.With(("Ngày có kết quả", text)).OnlyRow().Finished.ShouldBeNull();
        AnExport.With(("Ngày tiếp nhận", text)).Fault(FaultCodes.ReceivedMissing);
    }

    [Fact]
    public void A_dash_in_a_channel_cell_is_not_blank_for_that_would_be_in_person() =>
        AnExport.With(("Hình thức nộp", "-")).Kept.ShouldHaveSingleItem().Channel.ShouldBe(Channel.Unrecognised);
}
