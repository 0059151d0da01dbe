using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Tests.Periods;

/// <summary>From when to when something holds; both days count, and either may be open.</summary>
public class TermTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, 0, true)]
    [InlineData(0, null, true)]
    [InlineData(null, 0, true)]
    [InlineData(1, null, false)]
    [InlineData(null, -1, false)]
    [InlineData(-5, 5, true)]
    public void It_includes_its_first_and_its_last_day(int? from, int? to, bool included) =>
        Of(from, to).Includes(Day).ShouldBe(included);

    [Theory]
    [InlineData(null, -1, 0, null, false)]
    [InlineData(null, 0, 0, null, true)]
    [InlineData(null, null, 3, 4, true)]
    [InlineData(1, 2, 3, 4, false)]
    [InlineData(1, 9, 3, 4, true)]
    public void Two_overlap_where_they_have_a_day_in_common(
        int? from,
        int? to,
        int? otherFrom,
        int? otherTo,
        bool common
    )
    {
        Of(from, to).Overlaps(Of(otherFrom, otherTo)).ShouldBe(common);
        Of(otherFrom, otherTo).Overlaps(Of(from, to)).ShouldBe(common);
    }

    [Fact]
    public void It_is_over_on_the_day_after_its_last()
    {
        Of(null, -1).EndsBefore(Day).ShouldBeTrue();
        Of(null, 0).EndsBefore(Day).ShouldBeFalse();
        Of(null, null).EndsBefore(Day).ShouldBeFalse();
    }

    [Fact]
    public void Days_are_spelt_alike_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            // A calendar of its own: the year 2568.
            System.Globalization.CultureInfo.CurrentCulture = new("th-TH");
            (IsoDay.Of(Day), DayText.Of(Day)).ShouldBe(("2025-07-01", "01/07/2025"));
            DayText.WithTime(new(2025, 6, 30, 18, 5, 0, TimeSpan.Zero)).ShouldBe("01/07/2025 01:05");
            IsoDay.Parse("2025-07-01").ShouldBe(Day);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static Term Of(int? from, int? to) => new(Shifted(from), Shifted(to));

    private static DateOnly? Shifted(int? days) => days is { } known ? Day.AddDays(known) : null;
}
