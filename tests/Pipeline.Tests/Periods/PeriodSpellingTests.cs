using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>design.md §6: a period in any case and order of its parts.</summary>
public class PeriodSpellingTests
{
    [Theory]
    [InlineData("2022-Q1", "2022-Q1")]
    [InlineData("Q1/2022", "2022-Q1")]
    [InlineData("q1-2022", "2022-Q1")]
    [InlineData("2022q4", "2022-Q4")]
    [InlineData("q 3 2022", "2022-Q3")]
    [InlineData("Quý I/2022", "2022-Q1")]
    [InlineData("quý iv năm 2022", "2022-Q4")]
    [InlineData("QUÝ 2 - 2022", "2022-Q2")]
    [InlineData("tháng 3/2022", "2022-M03")]
    [InlineData("Tháng 12 năm 2022", "2022-M12")]
    [InlineData("T1/2022", "2022-M01")]
    [InlineData("m3-2022", "2022-M03")]
    [InlineData("2022-m03", "2022-M03")]
    [InlineData("03/2022", "2022-M03")]
    [InlineData("h1/2022", "2022-H1")]
    [InlineData("6 tháng đầu năm 2022", "2022-H1")]
    [InlineData("6 tháng cuối năm 2022", "2022-H2")]
    [InlineData("6 tháng 2022", "2022-H1")]
    [InlineData("9m/2022", "2022-9M")]
    [InlineData("9 tháng đầu năm 2022", "2022-9M")]
    [InlineData("năm 2022", "2022")]
    [InlineData(" 2022 ", "2022")]
    [InlineData("25/03/2022", "2022-03-25")]
    [InlineData("5-3-2022", "2022-03-05")]
    [InlineData("ngày 25/03/2022", "2022-03-25")]
    [InlineData("10/01/2022..09/02/2022", "2022-01-10..2022-02-09")]
    [InlineData("10/01/2022 - 09/02/2022", "2022-01-10..2022-02-09")]
    [InlineData("2022-01-10 đến 2022-02-09", "2022-01-10..2022-02-09")]
    public void It_is_the_period_that_people_mean(string spelt, string name)
    {
        PeriodSpelling.NameOf(spelt).ShouldBe(name);
        Period.TryParse(name, PeriodScheme.Statutory, out var period).ShouldBeTrue();
        period!.Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("quý 5/2022")]
    [InlineData("tháng 13/2022")]
    [InlineData("30/02/2022")]
    [InlineData("quý này")]
    [InlineData("1999")]
    [InlineData("2022-12")]
    public void What_is_none_stays_none(string text) =>
        Period.TryParse(PeriodSpelling.NameOf(text), PeriodScheme.Statutory, out _).ShouldBeFalse();
}
