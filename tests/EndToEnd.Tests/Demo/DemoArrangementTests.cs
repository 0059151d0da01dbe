using CCHC.Demo;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>The outcomes the demo promises, counted here from its dossiers alone.</summary>
public sealed class DemoArrangementTests
{
    private static readonly DateOnly From = new(2021, 12, 15);
    private static readonly DateOnly To = new(2022, 3, 14);

    public static TheoryData<int> Seeds => [DemoQuarter.DefaultSeed, 1, 7919];

    [Theory, MemberData(nameof(Seeds))]
    public void The_expected_figures_are_those_of_the_dossiers(int seed)
    {
        var demo = TheDemo.Made(seed);
        foreach (var (unit, truth) in demo.Expected)
        {
            var lastDay = demo.Files.Where(file => file.Code == unit).Max(file => file.AsOf);
            var counted = demo.Dossiers.Where(dossier => dossier.Unit == unit && Counts(dossier, lastDay)).ToList();
            var known = unit == "29995" ? [] : counted.Where(IsKnown).ToList();
            truth.Online.Num.ShouldBe(known.Count(dossier => dossier.Channel is Channel.Online));
            truth.Online.Den.ShouldBe(known.Count);
            truth.Online.Unknown.ShouldBe(counted.Count - known.Count);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_promised_outcome_is_there_to_the_dossier(int seed)
    {
        var expected = TheDemo.Made(seed).Expected;

        expected.Count.ShouldBe(10);
        foreach (var unit in (string[])["29962", "29977", "29998"])
        {
            expected[unit].Verdict.ShouldBe(Verdict.Below);
            Percent(expected[unit]).ShouldBeLessThan(35);
        }
        foreach (var unit in (string[])["29956", "29971", "29992"])
        {
            expected[unit].Verdict.ShouldBe(Verdict.Met);
            Percent(expected[unit]).ShouldBeGreaterThan(45);
        }
        var (exact, oneShort) = (expected["29974"], expected["29980"]);
        (5 * exact.Online.Num, exact.Online.Unknown).ShouldBe((2 * exact.Online.Den, 0));
        exact.Verdict.ShouldBe(Verdict.Met);
        (5 * (oneShort.Online.Num + 1), oneShort.Online.Unknown).ShouldBe((2 * oneShort.Online.Den, 0));
        oneShort.Verdict.ShouldBe(Verdict.Below);
        (expected["29995"].Online.Den, expected["29995"].Verdict).ShouldBe((0, Verdict.Insufficient));
        expected["29983"].Verdict.ShouldBe(Verdict.Insufficient);
        expected["29971"].Online.Unknown.ShouldBe(3);
    }

    [Fact]
    public void One_unit_stops_sending_in_February_and_all_others_reach_the_last_day()
    {
        var last = TheDemo.Quarter.Files.GroupBy(file => file.Code).ToDictionary(unit => unit.Key, Last);

        last["29983"].ShouldBe(new DateOnly(2022, 2, 15));
        last.Where(unit => unit.Key != "29983").ShouldAllBe(unit => unit.Value == To);

        static DateOnly Last(IEnumerable<DemoFile> files) => files.Where(IsTakenIn).Max(file => file.AsOf);
    }

    [Fact]
    public void No_unit_misses_so_many_days_that_its_figures_would_not_stand()
    {
        foreach (var unit in TheDemo.Quarter.Files.Where(file => file.Code != "29983").GroupBy(file => file.Code))
        {
            var covered = unit.Where(IsTakenIn).Select(file => file.AsOf).Distinct().Count();
            (TheDemo.Calendar.WorkingDays(From, To).Count() - covered).ShouldBeInRange(0, 3);
        }
    }

    [Fact]
    public void Lives_are_varied_and_possible()
    {
        var demo = TheDemo.Quarter;
        var present = demo.Dossiers.Select(dossier => dossier.On(To)!.Status).ToHashSet();

        present.ShouldBe(Enum.GetValues<Status>(), ignoreOrder: true);
        demo.Dossiers.ShouldContain(dossier => dossier.Received < From);
        demo.Dossiers.ShouldContain(dossier =>
            dossier.Life.Select(state => state.Due).Distinct().Count(due => due != null) > 1
        );
        demo.Dossiers.SelectMany(dossier => dossier.Life).ShouldContain(state => state.Finished > state.Due);
        foreach (var dossier in demo.Dossiers)
        {
            TheDemo.Calendar.IsWorkingDay(dossier.Received).ShouldBeTrue();
            dossier.Life.Zip(dossier.Life.Skip(1)).ShouldAllBe(pair => pair.First.Day <= pair.Second.Day);
            dossier.Life.ShouldAllBe(state => IsPossible(dossier, state));
        }
    }

    private static bool IsPossible(DemoDossier dossier, DemoState state) =>
        dossier.Received <= state.Day
        && (state.Finished is null || (dossier.Received <= state.Finished && state.Finished <= state.Day))
        && (state.Returned is null || (state.Finished <= state.Returned && state.Returned <= state.Day));

    private static bool Counts(DemoDossier dossier, DateOnly lastDay) =>
        From <= dossier.Received
        && dossier.Received <= To
        && dossier.Life.Last(state => state.Day <= lastDay).Status is not (Status.Receiving or Status.Denied);

    private static bool IsKnown(DemoDossier dossier) => dossier.Channel is not Channel.Unrecognised;

    private static bool IsTakenIn(DemoFile file) =>
        file.Intended is Outcome.Accepted or Outcome.Partly or Outcome.Duplicate;

    private static int Percent(DemoTruth truth) => 100 * truth.Online.Num / truth.Online.Den;
}
