using System.Globalization;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Samples.Fuzz;

/// <summary>Any damage to any sample ends in a receipt. CCHC_FUZZ_FILES=100000 and CCHC_FUZZ_SEED make it long.</summary>
public class FuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public void No_damaged_file_crashes_hangs_or_ends_without_a_sound_receipt()
    {
        var run = new FuzzRun(Setting("CCHC_FUZZ_SEED", 1), Setting("CCHC_FUZZ_FILES", 600), Patience);
        run.Run();
        string.Join('\n', run.Failures.Take(5).Select(failure => $"case {failure.Key}: {failure.Value}"))
            .ShouldBeEmpty();
        run.Done.ShouldBe(Setting("CCHC_FUZZ_FILES", 600));
    }

    [Fact]
    public void A_case_is_the_same_whenever_it_is_made() =>
        FuzzCase.Of(1, 77).Content.ShouldBe(FuzzCase.Of(1, 77).Content);

    [Fact]
    public void Damage_reaches_every_outcome_that_reading_has()
    {
        var run = new FuzzRun(seed: 2, files: 400, Patience);
        run.Run();
        run.Outcomes.Keys.Order().ShouldBe([Outcome.Accepted, Outcome.Partly, Outcome.Refused, Outcome.Quarantined]);
    }

    [Theory]
    [InlineData("x nguyen  van\nMAT y")]
    [InlineData("NguyÔn V¨n MËt")]
    [InlineData("tel. 0912 345 678")]
    public void A_planted_person_is_found_in_any_dress(string text) => Planted.In(text).ShouldNotBeNull();

    [Fact]
    public void Nobody_is_found_where_nobody_is() =>
        Planted.In("Đã nhận đủ 24 dòng, số liệu đến ngày 15/03/2022.").ShouldBeNull();

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
