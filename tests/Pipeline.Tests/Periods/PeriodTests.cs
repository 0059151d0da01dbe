using System.Globalization;
using CCHC.Pipeline.Periods;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>domain.md §3: which days a period is made of.</summary>
public class PeriodTests
{
    [Theory]
    [InlineData("2022-Q1", PeriodScheme.Statutory, "2021-12-15", "2022-03-14")]
    [InlineData("2022-Q2", PeriodScheme.Statutory, "2022-03-15", "2022-06-14")]
    [InlineData("2022-Q4", PeriodScheme.Statutory, "2022-09-15", "2022-12-14")]
    [InlineData("2022-M01", PeriodScheme.Statutory, "2021-12-15", "2022-01-14")]
    [InlineData("2022-M03", PeriodScheme.Statutory, "2022-02-15", "2022-03-14")]
    [InlineData("2022-H1", PeriodScheme.Statutory, "2021-12-15", "2022-06-14")]
    [InlineData("2022-H2", PeriodScheme.Statutory, "2022-06-15", "2022-12-14")]
    [InlineData("2022-9M", PeriodScheme.Statutory, "2021-12-15", "2022-09-14")]
    [InlineData("2022", PeriodScheme.Statutory, "2021-12-15", "2022-12-14")]
    [InlineData("2022-Q1", PeriodScheme.Calendar, "2022-01-01", "2022-03-31")]
    [InlineData("2024-M02", PeriodScheme.Calendar, "2024-02-01", "2024-02-29")]
    [InlineData("2022-H1", PeriodScheme.Calendar, "2022-01-01", "2022-06-30")]
    [InlineData("2022-9M", PeriodScheme.Calendar, "2022-01-01", "2022-09-30")]
    [InlineData("2022", PeriodScheme.Calendar, "2022-01-01", "2022-12-31")]
    [InlineData("2022-03-25", PeriodScheme.Statutory, "2022-03-25", "2022-03-25")]
    [InlineData("2022-01-10..2022-02-09", PeriodScheme.Statutory, "2022-01-10", "2022-02-09")]
    [InlineData(" 2022-Q1 ", PeriodScheme.Calendar, "2022-01-01", "2022-03-31")]
    public void A_name_stands_for_its_days(string name, PeriodScheme scheme, string from, string to)
    {
        Period.TryParse(name, scheme, out var period).ShouldBeTrue();
        (period!.Name, period.From, period.To).ShouldBe((name.Trim(), Day(from), Day(to)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-Q5")]
    [InlineData("2022-Q0")]
    [InlineData("2022-q1")]
    [InlineData("2022-M00")]
    [InlineData("2022-M13")]
    [InlineData("2022-M1")]
    [InlineData("2022-H3")]
    [InlineData("1999")]
    [InlineData("20222")]
    [InlineData("2022-02-30")]
    [InlineData("2022-02-09..2022-01-10")]
    [InlineData("2022-01-10..")]
    [InlineData("2022-01-10..2022-01-11..2022-01-12")]
    [InlineData("quý I")]
    public void Anything_else_is_no_period(string text) =>
        Period.TryParse(text, PeriodScheme.Statutory, out _).ShouldBeFalse();

    [Property(Arbitrary = [typeof(Days)])]
    public void Every_day_lies_in_exactly_one_period_of_a_kind(DateOnly day, PeriodScheme scheme, PeriodKind kind)
    {
        var key = PeriodKey.Containing(kind, day, scheme);
        var (before, after) = (key with { Ordinal = key.Ordinal - 1 }, key with { Ordinal = key.Ordinal + 1 });
        key.In(scheme).Contains(day).ShouldBeTrue();
        before.To(scheme).AddDays(1).ShouldBe(key.From(scheme));
        key.To(scheme).AddDays(1).ShouldBe(after.From(scheme));
        key.CompareTo(after).ShouldBeNegative();
    }

    [Property(Arbitrary = [typeof(Days)])]
    public void A_periods_name_reads_as_the_period(DateOnly day, PeriodScheme scheme, PeriodKind kind)
    {
        var period = PeriodKey.Containing(kind, day, scheme).In(scheme);
        Period.TryParse(period.Name, scheme, out var read).ShouldBeTrue();
        read.ShouldBe(period);
    }

    [Property(Arbitrary = [typeof(Days)])]
    public void Months_tile_quarters_and_quarters_tile_the_year(DateOnly day, PeriodScheme scheme)
    {
        var year = PeriodKey.Containing(PeriodKind.Year, day, scheme);
        var quarters = Parts(PeriodKind.Quarter, year.Ordinal * 4, 4).ToList();
        var months = Parts(PeriodKind.Month, year.Ordinal * 12, 12).ToList();

        quarters.Sum(quarter => quarter.Days).ShouldBe(year.In(scheme).Days);
        months.Sum(month => month.Days).ShouldBe(year.In(scheme).Days);
        months
            .Chunk(3)
            .Select(of => (of[0].From, of[2].To))
            .ShouldBe(quarters.Select(quarter => (quarter.From, quarter.To)));
        (quarters[0].From, quarters[3].To).ShouldBe((year.From(scheme), year.To(scheme)));

        IEnumerable<Period> Parts(PeriodKind kind, int first, int count) =>
            Enumerable.Range(first, count).Select(ordinal => new PeriodKey(kind, ordinal).In(scheme));
    }

    [Property(Arbitrary = [typeof(Days)])]
    public void Half_years_and_nine_months_are_whole_quarters(DateOnly day, PeriodScheme scheme)
    {
        Span($"{day.Year}-H1").ShouldBe((Span($"{day.Year}-Q1").From, Span($"{day.Year}-Q2").To));
        Span($"{day.Year}-H2").ShouldBe((Span($"{day.Year}-Q3").From, Span($"{day.Year}-Q4").To));
        Span($"{day.Year}-9M").ShouldBe((Span($"{day.Year}-Q1").From, Span($"{day.Year}-Q3").To));

        (DateOnly From, DateOnly To) Span(string name) =>
            Period.TryParse(name, scheme, out var period)
                ? (period.From, period.To)
                : throw new InvalidDataException(name);
    }

    [Fact]
    public void A_day_is_filed_under_its_calendar_year_and_a_month_under_the_schemes()
    {
        var day = Day("2021-12-20");
        PeriodKey.Containing(PeriodKind.Day, day, PeriodScheme.Statutory).Year.ShouldBe(2021);
        PeriodKey.Containing(PeriodKind.Month, day, PeriodScheme.Statutory).Year.ShouldBe(2022);
        PeriodKey.Containing(PeriodKind.Quarter, day, PeriodScheme.Statutory).Year.ShouldBe(2022);
        PeriodKey.Containing(PeriodKind.Year, day, PeriodScheme.Statutory).Year.ShouldBe(2022);
        PeriodKey.Containing(PeriodKind.Month, day, PeriodScheme.Calendar).Year.ShouldBe(2021);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
