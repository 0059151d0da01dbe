using CCHC.Demo;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>What the second quarter promises beside the first, counted here from its dossiers alone.</summary>
public sealed class SecondQuarterTests
{
    private static readonly DateOnly From = new(2022, 3, 15);
    private static readonly DateOnly To = new(2022, 6, 14);

    public static TheoryData<int> Seeds => [DemoQuarter.DefaultSeed, 1];

    [Theory, MemberData(nameof(Seeds))]
    public void The_expected_figures_are_those_of_the_dossiers(int seed)
    {
        var demo = TheDemo.MadeSecond(seed);
        demo.Expected.Count.ShouldBe(10);
        foreach (var (unit, truth) in demo.Expected)
        {
            var counted = demo.Dossiers.Where(dossier => dossier.Unit == unit && Counts(dossier)).ToList();
            var known =
                unit == "29995" ? [] : counted.Where(dossier => dossier.Channel is not Channel.Unrecognised).ToList();
            truth.Online.Num.ShouldBe(known.Count(dossier => dossier.Channel is Channel.Online));
            truth.Online.Den.ShouldBe(known.Count);
            truth.Online.Unknown.ShouldBe(counted.Count - known.Count);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Some_are_corrected_some_repeated_and_one_falls_below(int seed)
    {
        var (before, now) = (TheDemo.Made(seed).Expected, TheDemo.MadeSecond(seed).Expected);

        Went(Verdict.Below, Verdict.Met).ShouldBe(["29980", "29998"]);
        Went(Verdict.Below, Verdict.Below).ShouldBe(["29962", "29977"]);
        Went(Verdict.Met, Verdict.Below).ShouldBe(["29974"]);
        Went(Verdict.Met, Verdict.Met).ShouldBe(["29956", "29971", "29992"]);
        Went(Verdict.Insufficient, Verdict.Met).ShouldBe(["29983"]);
        Went(Verdict.Insufficient, Verdict.Insufficient).ShouldBe(["29995"]);
        (5 * now["29998"].Online.Num, now["29998"].Online.Unknown).ShouldBe((2 * now["29998"].Online.Den, 0));

        IEnumerable<string> Went(Verdict from, Verdict to) =>
            before
                .Keys.Where(unit => before[unit].Verdict == from && now[unit].Verdict == to)
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_mended_machine_sends_its_backlog_after_the_letter()
    {
        var files = TheDemo.Second.Files.Where(file => file.Code == "29983").ToList();
        var backlog = TheDemo.Second.Dossiers.Where(dossier => dossier.Unit == "29983" && dossier.Received < From);

        files[0].AsOf.ShouldBe(new DateOnly(2022, 3, 28));
        backlog.ShouldContain(dossier => dossier.Received == new DateOnly(2022, 2, 16));
        var text = TheDemo.TextOf(files[0]);
        backlog
            .Where(dossier => dossier.Received > new DateOnly(2022, 2, 15))
            .ShouldAllBe(dossier => text.Contains(dossier.Code, StringComparison.Ordinal));
        TheDemo.Calendar.WorkingDays(From, new DateOnly(2022, 3, 27)).Count().ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void What_was_open_lives_on_and_its_codes_are_not_given_again()
    {
        var first = TheDemo.Quarter.Dossiers.Select(dossier => (dossier.Unit, dossier.Code)).ToHashSet();
        var carried = TheDemo.Second.Dossiers.Where(dossier => first.Contains((dossier.Unit, dossier.Code))).ToList();

        carried.Count.ShouldBeGreaterThan(100);
        carried.ShouldContain(dossier => dossier.On(To)!.Status == Status.Done);
        TheDemo.Second.Dossiers.Select(dossier => (dossier.Unit, dossier.Code)).ShouldBeUnique();
        TheDemo.Second.Dossiers.Select(dossier => dossier.Person).ShouldBeUnique();
    }

    private static bool Counts(DemoDossier dossier) =>
        From <= dossier.Received
        && dossier.Received <= To
        && dossier.Life.Last(state => state.Day <= To).Status is not (Status.Receiving or Status.Denied);
}
