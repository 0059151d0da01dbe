using System.Globalization;
using CCHC.Pipeline.Kpis;
using FsCheck;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Kpis;

/// <summary>"Percentages are rounded half-up to two decimals, for display only."</summary>
public class FractionTests
{
    [Theory]
    [InlineData(2, 5, "40.00", "40,00 %")]
    [InlineData(3333, 8333, "40.00", "40,00 %")] // 39.9976 % prints as 40 and is still below
    [InlineData(1, 3, "33.33", "33,33 %")]
    [InlineData(2, 3, "66.67", "66,67 %")]
    [InlineData(1, 800, "0.13", "0,13 %")] // 0.125 %: half goes up, not to the even
    [InlineData(1, 20_000, "0.01", "0,01 %")]
    [InlineData(1, 20_001, "0.00", "0,00 %")]
    [InlineData(0, 7, "0.00", "0,00 %")]
    [InlineData(7, 7, "100.00", "100,00 %")]
    [InlineData(0, 0, "", "–")]
    public void A_rate_is_printed_with_two_decimals(int num, int den, string invariant, string vietnamese)
    {
        var figure = new Fraction(num, den, 0);
        (figure.RateInvariant, figure.RateVietnamese).ShouldBe((invariant, vietnamese));
    }

    [Property]
    public void Half_goes_up_as_in_decimal_arithmetic(NonNegativeInt a, PositiveInt b)
    {
        foreach (var scale in new[] { 1, 37, 100_003 })
        {
            var den = (b.Get % 20_000 + 1) * scale;
            var num = (int)((long)a.Get * scale * 7 % (den + 1L));
            var rate = Math.Round(num * 100m / den, 2, MidpointRounding.AwayFromZero);
            new Fraction(num, den, 0).RateInvariant.ShouldBe(rate.ToString("0.00", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void The_largest_figures_do_not_overflow() =>
        new Fraction(int.MaxValue - 1, int.MaxValue, 0).RateInvariant.ShouldBe("100.00");
}
