using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The pipeline's reviews of a generated quarter and its neighbours.</summary>
internal sealed class QuarterReviews(DeskQuarter quarter)
{
    private readonly IReadOnlyList<Target> targets = Target.ParseCsv(quarter.TargetsCsv);
    private readonly WorkingCalendar calendar = WorkingCalendar.Parse(Shipped.DaysOff);

    public IReadOnlyDictionary<string, ReviewOutcome> Of(Unit unit, UnitLedger ledger) =>
        PeriodsOf(quarter)
            .Where(period => unit.Term.Includes(period.To))
            .ToDictionary(period => period.Name, period => Of(unit, ledger, period));

    public static IEnumerable<Period> PeriodsOf(DeskQuarter quarter) =>
        quarter.Reviewed.Select(name =>
            Period.TryParse(name, PipelineUnderTest.SchemeOf(quarter), out var period)
                ? period
                : throw new InvalidOperationException(name)
        );

    private ReviewOutcome Of(Unit unit, UnitLedger ledger, Period period)
    {
        var rule = CoverageRule.Of(calendar, unit, period, new ReviewSettings().MostMissingDays, isList: false);
        var coverage = rule.Cover(ledger);
        var figures = PeriodFigures.Of(ledger, period);
        var findings = new Examination(targets, rule).Examine(unit, period, figures, coverage);
        return new(coverage.WorkingDays, coverage.MissingDays, findings.ToDictionary(f => f.Kpi.Id, f => f.Verdict));
    }
}
