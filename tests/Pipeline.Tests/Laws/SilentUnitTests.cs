using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>A unit that has fallen silent keeps its open dossiers, for every period after its latest export (domain.md §5).</summary>
public class SilentUnitTests
{
    private const int Quarters = 25;

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void What_is_carried_over_is_the_open_of_the_period_before(DeskQuarter quarter)
    {
        var scheme = PipelineUnderTest.SchemeOf(quarter);
        foreach (var (_, desk) in PipelineUnderTest.Desks(quarter))
        {
            var ledger = desk.Load();
            if (ledger.AsOf is not { } asOf)
                continue;
            var last = PeriodKey.Containing(PeriodKind.Quarter, asOf, scheme);
            for (var after = 1; after <= 3; after++)
            {
                var before = PeriodFigures.Of(ledger, (last with { Ordinal = last.Ordinal + after - 1 }).In(scheme));
                var next = PeriodFigures.Of(ledger, (last with { Ordinal = last.Ordinal + after }).In(scheme));
                next[Count.CarriedOver].ShouldBe(before[Count.Open]);
            }
        }
    }

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Periods_without_rows_count_as_the_rules_say(DeskQuarter quarter)
    {
        var scheme = PipelineUnderTest.SchemeOf(quarter);
        foreach (var (unit, desk) in PipelineUnderTest.Desks(quarter))
        {
            var (ledger, oracle) = (desk.Load(), new NaiveOracle(unit, quarter.Uploads));
            if (ledger.AsOf is not { } asOf)
                continue;
            var next = PeriodKey.Containing(PeriodKind.Month, asOf, scheme);
            var period = (next with { Ordinal = next.Ordinal + 2 }).In(scheme);
            var figures = PeriodFigures.Of(ledger, period);
            var naive = oracle.CountsOf("", period.From, period.To);
            foreach (var count in Enum.GetValues<Count>())
                figures[count].ShouldBe(naive[count], $"{period.Name} {count}");
        }
    }
}
