using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The pipeline against the rules read naively, over quarters of desks (design.md §4, laws 1, 2, 4 and 9).</summary>
public class OracleAgreementTests
{
    /// <summary>A thousand; fewer in the inner loop and for another culture, which change no rule (see ./check).</summary>
    private static int Quarters =>
        int.TryParse(Environment.GetEnvironmentVariable("CCHC_QUARTERS"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 1000;

    [Fact]
    public void The_pipeline_agrees_with_the_naive_oracle() =>
        Prop.ForAll(DeskQuarters.Arbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(Quarters));

    private static void Agrees(DeskQuarter quarter)
    {
        var differences = Difference.Between(quarter, PipelineUnderTest.Run(quarter, quarter.Batches()));
        if (differences.Count > 0)
            Assert.Fail($"{differences.Count} differences:\n" + string.Join('\n', differences.Take(20)));
    }
}
