using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// How far a figure is from its target, in whole dossiers and in the unit's favour: the unknown ones are taken as good,
/// just as the verdict "below" holds whatever they were.
/// </summary>
/// <param name="Bar">The least (where lower is better: the greatest) numerator that reaches the target.</param>
/// <param name="Dossiers">How many more, or fewer, would have reached it; at least 1.</param>
public readonly record struct Shortfall(int Bar, int Dossiers)
{
    public static Shortfall Of(Finding finding)
    {
        var (figure, target) = (finding.Figure, finding.Target);
        var all = (long)target.Num * ((long)figure.Den + figure.Unknown);
        var bar = finding.Kpi.Better switch
        {
            Better.Higher => (int)((all + target.Den - 1) / target.Den),
            Better.Lower => (int)(all / target.Den),
        };
        return finding.Kpi.Better switch
        {
            Better.Higher => new(bar, bar - figure.Num - figure.Unknown),
            Better.Lower => new(bar, figure.Num - bar),
        };
    }
}
