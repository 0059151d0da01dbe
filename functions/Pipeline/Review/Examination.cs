using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Verdicts on one unit's figures: pure, on integers (domain.md §5).</summary>
public sealed class Examination(IReadOnlyList<Target> targets, WorkingCalendar calendar, int mostMissingDays)
{
    /// <summary>How far the unit's exports cover the period, as far as the unit existed in it.</summary>
    public Coverage Cover(UnitLedger ledger, Unit unit, Period period)
    {
        var from = unit.ValidFrom > period.From ? unit.ValidFrom.Value : period.From;
        var to = unit.ValidTo < period.To ? unit.ValidTo.Value : period.To;
        var exported = ledger.ExportDays.ToHashSet();
        var working = calendar.WorkingDays(from, to).ToList();
        return new(ledger.AsOf, working.Count, [.. working.Where(day => !exported.Contains(day))]);
    }

    public IReadOnlyList<Finding> Examine(Unit unit, Period period, Tally figures, Coverage coverage) =>
        [
            .. KpiCatalogue
                .All.Select(kpi => (kpi, target: Target.InForce(targets, kpi.Id, unit.Id, period.To)))
                .Where(asked => asked.target is not null)
                .Select(asked => Examine(asked.kpi, asked.target!, period, figures, coverage)),
        ];

    private Finding Examine(Kpi kpi, Target target, Period period, Tally figures, Coverage coverage)
    {
        var figure = kpi.Of(figures);
        var reason = Uncovered(period, coverage);
        var verdict = reason is Insufficiency.None ? Verdicts.Of(figure, target, kpi.Better) : Verdict.Insufficient;
        if (verdict is Verdict.Insufficient && reason is Insufficiency.None)
            reason = figure.Den + figure.Unknown == 0 ? Insufficiency.NoDossiers : Insufficiency.Unknown;
        return new(kpi, figure, target, verdict, reason);
    }

    private Insufficiency Uncovered(Period period, Coverage coverage)
    {
        var lastWorkingDay = calendar.WorkingDays(period.From, period.To).LastOrDefault();
        if (coverage.AsOf is null || coverage.AsOf < lastWorkingDay)
            return Insufficiency.EndsEarly;
        return coverage.MissingDays.Count > mostMissingDays ? Insufficiency.DaysMissing : Insufficiency.None;
    }
}
