using CCHC.Pipeline.Kpis;
using static CCHC.Pipeline.Tests.Oracle.Some;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>domain.md §5, verdicts and coverage, worked by hand.</summary>
public class NaiveReviewTests
{
    private static readonly NaiveSpan Quarter = NaiveSpan.Named("2022-Q1", statutory: true);
    private static readonly NaiveUnit Commune = new(Unit, "Xã Thường Phước 1", null, Day("2025-06-30"));
    private static readonly NaiveTarget FortyPercent = new("online", 2, 5, Day("2022-01-01"), null, null);

    [Fact]
    public void The_first_quarter_runs_from_15_December_to_14_March() =>
        (Quarter.From, Quarter.To).ShouldBe((Day("2021-12-15"), Day("2022-03-14")));

    [Theory]
    [InlineData(2, 5, 0, Verdict.Met)]
    [InlineData(3999, 10_000, 0, Verdict.Below)]
    [InlineData(39_996, 100_000, 0, Verdict.Below)]
    [InlineData(1, 4, 1, Verdict.Insufficient)]
    [InlineData(0, 3, 1, Verdict.Below)]
    [InlineData(2, 4, 1, Verdict.Met)]
    [InlineData(0, 0, 5, Verdict.Insufficient)]
    [InlineData(0, 0, 0, Verdict.None)]
    public void Forty_percent_is_held_against_whole_numbers(int num, int den, int unknown, Verdict expected) =>
        FortyPercent.Hold(new NaiveFigure(num, den, unknown), higherIsBetter: true).ShouldBe(expected);

    [Theory]
    [InlineData(1, 10, 0, Verdict.Met)]
    [InlineData(2, 10, 0, Verdict.Below)]
    [InlineData(1, 10, 1, Verdict.Insufficient)]
    [InlineData(0, 19, 1, Verdict.Met)]
    public void Where_lower_is_better_reaching_the_target_is_met(int num, int den, int unknown, Verdict expected) =>
        new NaiveTarget("overdue-open", 1, 10, Day("2022-01-01"), null, null)
            .Hold(new NaiveFigure(num, den, unknown), higherIsBetter: false)
            .ShouldBe(expected);

    [Fact]
    public void A_units_own_target_goes_before_the_one_for_all_and_the_later_before_the_earlier()
    {
        NaiveTarget[] targets =
        [
            FortyPercent,
            FortyPercent with
            {
                Num = 1,
                From = Day("2022-02-01"),
            },
            FortyPercent with
            {
                Num = 3,
                From = Day("2021-01-01"),
                Unit = Unit,
                To = Day("2022-03-14"),
            },
        ];
        NaiveTarget.InForce(targets, "online", Unit, Day("2022-03-14"))!.Num.ShouldBe(3);
        NaiveTarget.InForce(targets, "online", Unit, Day("2022-03-15"))!.Num.ShouldBe(1);
        NaiveTarget.InForce(targets, "online", "29971", Day("2022-01-31"))!.Num.ShouldBe(2);
        NaiveTarget.InForce(targets, "online", "29971", Day("2021-12-31")).ShouldBeNull();
        NaiveTarget.InForce(targets, "on-time", Unit, Day("2022-03-14")).ShouldBeNull();
    }

    // Q1/2022 has 64 weekdays, less 3/1 and five days of Tết. Its last day, 14/3, is a Monday.
    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Eleven_working_days_without_an_export_are_too_many(int missing, bool enough)
    {
        var coverage = Covered(NaiveCalendar.WorkingDays(Quarter.From, Quarter.To).Skip(missing));
        coverage.WorkingDays.ShouldBe(58);
        coverage.MissingDays.Count.ShouldBe(missing);
        coverage.IsEnough.ShouldBe(enough);
    }

    [Fact]
    public void Exports_must_reach_the_last_working_day()
    {
        var days = NaiveCalendar.WorkingDays(Quarter.From, Quarter.To).ToList();
        Covered(days.SkipLast(1)).IsEnough.ShouldBeFalse();
        Covered(days.SkipLast(1).Append(Day("2022-04-01"))).IsEnough.ShouldBeTrue();
        Covered([]).IsEnough.ShouldBeFalse();
    }

    [Fact]
    public void Only_days_on_which_the_unit_existed_are_its_working_days()
    {
        var merged = new NaiveUnit("29971-20250701", "Xã Thường Phước", Day("2025-07-01"), null);
        var span = NaiveSpan.Named("2025-Q3", statutory: true);
        var coverage = NaiveCoverage.Of(new NaiveOracle(merged.Id, []), merged, span);
        coverage.MissingDays[0].ShouldBe(Day("2025-07-01"));
        NaiveReview.Of(new NaiveOracle(Unit, []), Commune, span, [FortyPercent]).ShouldBeNull();
    }

    [Fact]
    public void What_is_not_covered_is_insufficient_on_every_target()
    {
        var desk = new NaiveOracle(Unit, [Upload("2022-03-14", Dossier())]);
        NaiveReview
            .Of(desk, Commune, Quarter, [FortyPercent])!
            .Verdicts.ShouldBe(new Dictionary<string, Verdict> { ["online"] = Verdict.Insufficient });
    }

    [Theory]
    [InlineData("Hộ tịch", "ho-tich")]
    [InlineData("  ĐẤT ĐAI - Môi trường ", "dat-dai-moi-truong")]
    [InlineData("…", "unknown")]
    public void A_fields_id_is_its_slug(string name, string slug) => NaiveSlug.Of(name).ShouldBe(slug);

    private static NaiveCoverage Covered(IEnumerable<DateOnly> days) =>
        NaiveCoverage.Of(
            new NaiveOracle(Unit, days.Select(day => Upload("2022-01-01") with { AsOf = day })),
            Commune,
            Quarter
        );
}
