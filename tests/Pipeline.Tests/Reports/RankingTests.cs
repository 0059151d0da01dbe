using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

public sealed class RankingTests
{
    [Fact]
    public void Equal_rates_share_a_place_and_the_next_one_is_left_out() =>
        Ranks(
                new SomeQuarter()
                    .With("A", Online(1, 4))
                    .With("B", Online(2, 4))
                    .With("C", Online(50, 100))
                    .With("D", Online(3, 4))
            )
            .ShouldBe(["D 1", "B 2", "C 2", "A 4"]);

    [Fact]
    public void Two_rates_that_print_alike_have_two_places_if_they_differ() =>
        // 39.999/100.000 and 40.000/100.001 both print as 40,00 %.
        Ranks(new SomeQuarter().With("A", Online(39_999, 100_000)).With("B", Online(40_000, 100_001)))
            .ShouldBe(["A 2", "B 1"], ignoreOrder: true);

    [Fact]
    public void Where_lower_is_better_the_lowest_leads()
    {
        var quarter = new SomeQuarter { Targets = [Target("overdue-open", 5, 100)] }
            .With("A", [Field("f", "F", 50, 0, openInTime: 19, openOverdue: 1)])
            .With("B", [Field("f", "F", 50, 0, openInTime: 10, openOverdue: 10)])
            .With("C", [Field("f", "F", 50, 0, openInTime: 10)]);
        Ranks(quarter).ShouldBe(["C 1", "A 2", "B 3"]);
    }

    [Fact]
    public void Insufficient_data_is_no_place_and_stands_at_the_end() =>
        Ranks(
                new SomeQuarter()
                    .With("A", Online(9, 10), new Coverage(new DateOnly(2022, 2, 1), 60, []))
                    .With("B", [])
                    .With("C", Online(0, 10))
            )
            .ShouldBe(["C 1", "A –", "B –"]);

    [Fact]
    public void The_whole_areas_rate_is_the_sum_over_the_sum()
    {
        var ranking = new SomeQuarter()
            .With("A", Online(1, 10))
            .With("B", Online(80, 90, unknown: 5))
            .Results()
            .Rankings.Single();
        // 81 of (10 + 85).
        ranking.Total.ShouldBe(new Fraction(81, 95, 5));
    }

    [Theory]
    [InlineData(70, 200, 0, -10, -500)]
    [InlineData(80, 200, 0, 0, 0)]
    [InlineData(100, 200, 0, 20, 1000)]
    // All ten unknown ones might be online: 60 + 10 of 200 is ten short; printed is 60/190 = 31,58 %.
    [InlineData(60, 200, 10, -10, -842)]
    // 39,996 % prints as 40,00 % and is one dossier short.
    [InlineData(9_999, 25_000, 0, -1, 0)]
    public void The_gap_is_told_in_dossiers_and_printed_points(
        int online,
        int received,
        int unknown,
        int dossiers,
        long points
    )
    {
        var unit = new SomeQuarter()
            .With("A", Online(online, received, unknown))
            .Results()
            .Rankings.Single()
            .Units.Single();
        TargetGap.Of(unit.Finding).ShouldBe(new TargetGap(dossiers, points));
    }

    [Fact]
    public void A_target_of_a_third_is_held_against_the_printed_rate_as_printed()
    {
        // 2/3 prints as 66,67 %; 1/2 is 16,67 points short.
        var quarter = new SomeQuarter { Targets = [Target("online", 2, 3)] }.With("A", Online(50, 100));
        TargetGap.Of(quarter.Results().Rankings.Single().Units.Single().Finding)!.Value.Hundredths.ShouldBe(-1667);
    }

    [Fact]
    public void A_change_is_the_difference_of_the_two_printed_rates()
    {
        // 1/3 = 33,33 % after 1/6 = 16,67 %: 16,66 points between what is printed, although 16,67 exactly.
        var before = new PreviousReview("2021-Q4", [new("online", new Fraction(1, 6, 0), Verdict.Below, 1)]);
        var units = new SomeQuarter()
            .With("A", Online(1, 3), previous: before)
            .With("B", Online(1, 3))
            .Results()
            .Rankings.Single()
            .Units;
        units.Single(unit => unit.Unit.Unit.Name == "A").Change.ShouldBe(1666);
        units.Single(unit => unit.Unit.Unit.Name == "B").Change.ShouldBeNull();
    }

    [Fact]
    public void Praise_needs_every_answer()
    {
        var plan = SomeChecklist.Found(SomeChecklist.Models, null);
        var results = new SomeQuarter()
            .With("A", Online(9, 10))
            .With("B", Online(9, 10), inspected: plan)
            .With("C", Online(1, 10))
            .With("D", [])
            .Results();
        results
            .Units.Select(unit => (unit.Standing(), unit.IsCommended()))
            .ShouldBe([
                (UnitStanding.Met, true),
                (UnitStanding.Met, false),
                (UnitStanding.Below, false),
                (UnitStanding.NotJudged, false),
            ]);
        new SomeQuarter { Targets = [] }
            .With("A", Online(1, 1))
            .Results()
            .Units[0]
            .Standing()
            .ShouldBe(UnitStanding.NotJudged);
    }

    private static IEnumerable<string> Ranks(SomeQuarter quarter) =>
        quarter
            .Results()
            .Rankings.Single()
            .Units.Select(unit =>
                $"{unit.Unit.Unit.Name} {unit.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}"
            );
}
