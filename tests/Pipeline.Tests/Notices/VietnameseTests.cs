using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Tests.Notices;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData("2022-03-25", "ngày 25 tháng 3 năm 2022")]
    [InlineData("2020-01-05", "ngày 05 tháng 01 năm 2020")]
    [InlineData("2022-02-14", "ngày 14 tháng 02 năm 2022")]
    [InlineData("2022-12-09", "ngày 09 tháng 12 năm 2022")]
    public void Only_days_below_10_and_months_1_and_2_take_a_zero(string day, string text) =>
        Vietnamese.Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);

    [Theory]
    [InlineData("2022-Q1", "quý I năm 2022")]
    [InlineData("2022-Q4", "quý IV năm 2022")]
    [InlineData("2022-M01", "tháng 01 năm 2022")]
    [InlineData("2022-M03", "tháng 3 năm 2022")]
    [InlineData("2022", "năm 2022")]
    [InlineData("2022-03-25", "ngày 25 tháng 3 năm 2022")]
    [InlineData("2022-01-10..2022-02-09", "từ ngày 10 tháng 01 năm 2022 đến ngày 09 tháng 02 năm 2022")]
    [InlineData("2022-H1", "từ ngày 15 tháng 12 năm 2021 đến ngày 14 tháng 6 năm 2022")]
    public void Periods_are_named_as_letters_name_them(string name, string text) =>
        Vietnamese.Name(SomeReview.Quarter(name)).ShouldBe(text);

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(1, "01", "1")]
    [InlineData(10, "10", "10")]
    [InlineData(1234, "1.234", "1.234")]
    public void Small_numbers_take_a_zero_in_sentences_but_not_in_tables(int number, string sentence, string table)
    {
        Vietnamese.Number(number).ShouldBe(sentence);
        Vietnamese.Figure(number).ShouldBe(table);
    }

    [Theory]
    [InlineData("Xã Thường Phước 1", "xã Thường Phước 1")]
    [InlineData("Thị trấn Thường Thới Tiền", "thị trấn Thường Thới Tiền")]
    [InlineData("Phường An Bình", "phường An Bình")]
    [InlineData("Đặc khu Phú Quốc", "đặc khu Phú Quốc")]
    [InlineData("Hồng Ngự", "Hồng Ngự")]
    public void The_kind_of_a_unit_is_written_small_inside_a_sentence(string name, string text) =>
        Vietnamese.InSentence(name).ShouldBe(text);

    [Fact]
    public void Points_follow_the_Vietnamese_alphabet() =>
        Enumerable.Range(0, 8).Select(Vietnamese.Point).ShouldBe(["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]);

    [Fact]
    public void Days_are_listed_month_by_month_in_runs() =>
        DayList
            .Of([new(2022, 1, 4), new(2021, 12, 31), new(2022, 1, 3), new(2022, 1, 6)])
            .ShouldBe("tháng 12 năm 2021: ngày 31; tháng 01 năm 2022: các ngày 03–04, 06");
}
