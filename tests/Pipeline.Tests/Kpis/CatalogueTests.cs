using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Kpis;

/// <summary>KPIs are data: their figures, names and columns as domain.md §5 and design.md §3 fix them.</summary>
public class CatalogueTests
{
    [Fact]
    public void Columns_of_counts_are_those_of_the_contract() =>
        string.Join(", ", Counts.CsvColumns)
            .ShouldBe(
                "received, received_online, received_in_person, received_postal, received_unknown_channel, carried_over, "
                    + "finished, early, on_time, overdue, open, open_in_time, open_overdue, returned, returned_postal, "
                    + "returned_online, returned_unknown_channel, withdrawn, extended, received_level4, received_level3, "
                    + "received_level2, received_online_level4, received_online_level3, finished_unknown_due, open_unknown_due, "
                    + "finished_inferred"
            );

    [Fact]
    public void Kpis_are_those_of_the_contract_in_its_order()
    {
        KpiCatalogue.All.Select(kpi => kpi.Id).ShouldBe(NaiveKpi.All.Select(kpi => kpi.Id));
        KpiCatalogue
            .All.Select(kpi => kpi.Better is Better.Higher)
            .ShouldBe(NaiveKpi.All.Select(kpi => kpi.HigherIsBetter));
        KpiCatalogue.Find("on-time-766")!.Column.ShouldBe("OnTime766");
        KpiCatalogue.Find("on-time-766")!.CsvColumn.ShouldBe("on_time_766");
        KpiCatalogue.Find("postal")!.ShouldBeNull();
    }

    [Property]
    public void A_figure_is_what_the_table_of_kpis_says(int seed)
    {
        var tally = Random(seed);
        var counts = Enum.GetValues<Count>().ToDictionary(count => count, count => tally[count]);
        foreach (var (kpi, naive) in KpiCatalogue.All.Zip(NaiveKpi.All))
        {
            var figure = kpi.Of(tally);
            new NaiveFigure(figure.Num, figure.Den, figure.Unknown).ShouldBe(naive.Of(counts));
        }
    }

    [Property]
    public void A_sums_figure_is_the_sum_of_the_figures(int seed)
    {
        Tally[] parts = [Random(seed), Random(unchecked(seed + 1)), Random(unchecked(seed + 2))];
        var sum = Tally.Sum(parts);
        foreach (var kpi in KpiCatalogue.All)
            kpi.Of(sum).ShouldBe(parts.Select(kpi.Of).Aggregate((a, b) => a + b));
        Tally.Sum(parts.Reverse()).ShouldBe(sum);
        sum.GetHashCode().ShouldBe(Tally.Sum(parts.Reverse()).GetHashCode());
    }

    [Fact]
    public void A_copy_is_equal_and_apart()
    {
        var tally = Random(1);
        var copy = tally.Copy();
        copy.ShouldBe(tally);
        copy.Add(Count.Received, 1);
        copy.ShouldNotBe(tally);
        new Tally().IsEmpty.ShouldBeTrue();
        copy.IsEmpty.ShouldBeFalse();
    }

    // Any whole numbers: the formulas are linear and need no sense behind them.
    private static Tally Random(int seed)
    {
        var random = new Random(seed);
        var tally = new Tally();
        foreach (var count in Enum.GetValues<Count>())
            tally[count] = random.Next(10_000);
        return tally;
    }
}
