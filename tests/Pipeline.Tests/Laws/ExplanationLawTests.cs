using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Tests.Oracle;
using FsCheck.Xunit;

namespace CCHC.Pipeline.Tests.Laws;

/// <summary>The dossiers behind a figure add up to it, over generated quarters of desks.</summary>
public class ExplanationLawTests
{
    private const int Quarters = 25;

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Explained_dossiers_add_up_to_every_figure_of_every_period(DeskQuarter quarter)
    {
        foreach (var (_, desk) in PipelineUnderTest.Desks(quarter))
        {
            var (kept, whole) = (desk.Load(), desk.LoadWhole());
            foreach (var period in QuarterReviews.PeriodsOf(quarter).SelectMany(WithItsParts(quarter)))
            {
                var figures = PeriodFigures.Of(kept, period);
                foreach (var kpi in KpiCatalogue.All)
                    Explanation
                        .Sum(Explanation.Of(whole, period, kpi))
                        .ShouldBe(kpi.Of(figures), $"{period.Name} {kpi.Id}");
            }
        }
    }

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void And_to_those_of_any_span(DeskQuarter quarter)
    {
        foreach (var (_, desk) in PipelineUnderTest.Desks(quarter))
        {
            var whole = desk.LoadWhole();
            foreach (var of in QuarterReviews.PeriodsOf(quarter))
            {
                var span = new Period("span", of.From.AddDays(11), of.To.AddDays(-7));
                var figures = PlainCount.Of(whole, span).GetValueOrDefault("") ?? new();
                foreach (var kpi in KpiCatalogue.All)
                    Explanation.Sum(Explanation.Of(whole, span, kpi)).ShouldBe(kpi.Of(figures), kpi.Id);
            }
        }
    }

    [Property(MaxTest = Quarters, Arbitrary = [typeof(DeskQuarters)])]
    public void Each_dossier_counts_once_and_somewhere(DeskQuarter quarter)
    {
        foreach (var (_, desk) in PipelineUnderTest.Desks(quarter))
        {
            var whole = desk.LoadWhole();
            foreach (var period in QuarterReviews.PeriodsOf(quarter))
            {
                foreach (var kpi in KpiCatalogue.All)
                {
                    var dossiers = Explanation.Of(whole, period, kpi);
                    dossiers
                        .Select(dossier => dossier.Share)
                        .ShouldAllBe(share =>
                            share == new Fraction(1, 1, 0)
                            || share == new Fraction(0, 1, 0)
                            || share == new Fraction(0, 0, 1)
                        );
                    dossiers.Select(dossier => dossier.Code).ShouldBeUnique();
                    dossiers.ShouldAllBe(dossier => whole.Uploads.ContainsKey(dossier.DecidedBy));
                }
            }
        }
    }

    private static Func<Period, IEnumerable<Period>> WithItsParts(DeskQuarter quarter) =>
        period =>
            Enumerable
                .Range(period.Key!.Value.Ordinal * 3, 3)
                .Select(month => new PeriodKey(PeriodKind.Month, month).In(PipelineUnderTest.SchemeOf(quarter)))
                .Append(period);
}
