using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Verdicts on one unit's figures: pure, on integers (domain.md §5).</summary>
public sealed class Examination(IReadOnlyList<Target> targets, CoverageRule rule)
{
    public IReadOnlyList<Finding> Examine(Unit unit, Period period, Tally figures, Coverage coverage) =>
        [
            .. KpiCatalogue
                .All.Select(kpi => (kpi, target: Target.InForce(targets, kpi.Id, unit.Id, period.To)))
                .Where(asked => asked.target is not null)
                .Select(asked => Examine(asked.kpi, asked.target!, figures, coverage)),
        ];

    private Finding Examine(Kpi kpi, Target target, Tally figures, Coverage coverage)
    {
        var (figure, gap) = (kpi.Of(figures), rule.Gap(coverage));
        if (gap is not Insufficiency.None)
            return new(kpi, figure, target, Verdict.Insufficient, gap);
        var verdict = Verdicts.Of(figure, target, kpi.Better);
        if (verdict is Verdict.None && kpi.Undecided.In(figures) > 0)
            return new(kpi, figure, target, Verdict.Insufficient, Insufficiency.Undecided);
        var reason = verdict is Verdict.Insufficient ? Insufficiency.Unknown : Insufficiency.None;
        return new(kpi, figure, target, verdict, reason);
    }
}
