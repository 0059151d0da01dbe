using CCHC.Pipeline.Kpis;
using FsCheck;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Kpis;

/// <summary>"A verdict is given only if it holds whatever the unknown ones were."</summary>
public class VerdictTests
{
    [Property(MaxTest = 500)]
    public void A_verdict_is_what_every_assignment_of_the_unknown_says(
        NonNegativeInt counted,
        NonNegativeInt others,
        NonNegativeInt unknown,
        NonNegativeInt a,
        NonNegativeInt b,
        Better better
    )
    {
        var figure = new Fraction(counted.Get % 9, counted.Get % 9 + others.Get % 9, unknown.Get % 6);
        var (num, den) = (a.Get % 8, b.Get % 8 + 7);
        Verdicts.Of(figure, Target(num, den), better).ShouldBe(ByBruteForce(figure, num, den, better));
    }

    private static Verdict ByBruteForce(Fraction figure, int a, int b, Better better)
    {
        var all = figure.Den + figure.Unknown;
        if (all == 0)
            return Verdict.None;
        // Each unknown dossier either belongs to the numerator or doesn't.
        var reached = Enumerable
            .Range(0, 1 << figure.Unknown)
            .Select(assignment => figure.Num + int.PopCount(assignment))
            .Select(num => better is Better.Higher ? num * b >= a * all : num * b <= a * all)
            .Distinct()
            .ToList();
        return reached switch
        {
            [true] => Verdict.Met,
            [false] => Verdict.Below,
            _ => Verdict.Insufficient,
        };
    }

    [Fact]
    public void Exactly_forty_percent_has_reached_it_and_one_dossier_less_has_not()
    {
        Verdicts.Of(new Fraction(4, 10, 0), Target(2, 5), Better.Higher).ShouldBe(Verdict.Met);
        Verdicts.Of(new Fraction(399_999, 1_000_000, 0), Target(2, 5), Better.Higher).ShouldBe(Verdict.Below);
    }

    [Fact]
    public void Large_figures_do_not_overflow()
    {
        const int Most = int.MaxValue - 1;
        Verdicts.Of(new Fraction(Most, Most, 0), Target(10_000, 10_000), Better.Higher).ShouldBe(Verdict.Met);
        Verdicts.Of(new Fraction(0, Most, Most), Target(9_999, 10_000), Better.Higher).ShouldBe(Verdict.Below);
    }

    private static Target Target(int num, int den) =>
        new("online", num, den, new DateOnly(2022, 1, 1), null, null, "chỉ tiêu giao năm 2022");
}
