using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The pipeline against the rules read naively, over quarters of desks (design.md §4, laws 1, 2, 4 and 9).</summary>
public class OracleAgreementTests
{
    private const int Quarters = 1000;

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void The_pipeline_agrees_with_the_naive_oracle(DeskQuarter quarter)
    {
        var differences = Difference.Between(quarter, PipelineUnderTest.Run(quarter, quarter.Batches()));
        if (differences.Count > 0)
            Assert.Fail($"{differences.Count} differences:\n" + string.Join('\n', differences.Take(20)));
    }
}
