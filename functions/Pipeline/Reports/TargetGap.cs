using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>How far a judged figure is from its target: negative is short of it, also where lower is better.</summary>
/// <param name="Dossiers">Whole dossiers; below in the unit's favour, as letters say it, and met with every unknown one against it.</param>
/// <param name="Hundredths">Hundredths of a percentage point between the printed rate and the printed target; null without a rate.</param>
public readonly record struct TargetGap(int Dossiers, long? Hundredths)
{
    /// <summary>Null where there is no verdict.</summary>
    public static TargetGap? Of(Finding? finding) =>
        finding?.Verdict switch
        {
            Verdict.Below => new(-Shortfall.Of(finding).Dossiers, Points(finding)),
            Verdict.Met => new(Surplus(finding), Points(finding)),
            Verdict.Insufficient or Verdict.None or null => null,
        };

    /// <summary>The target as a percentage of two decimals, half-up: what a printed rate is held against.</summary>
    public static long HundredthsOf(Target target) => (20_000L * target.Num + target.Den) / (2L * target.Den);

    private static int Surplus(Finding finding)
    {
        var (bar, figure) = (Shortfall.Of(finding).Bar, finding.Figure);
        return finding.Kpi.Better switch
        {
            Better.Higher => figure.Num - bar,
            Better.Lower => bar - figure.Num - figure.Unknown,
        };
    }

    private static long? Points(Finding finding)
    {
        var above = finding.Figure.Hundredths - HundredthsOf(finding.Target);
        return finding.Kpi.Better switch
        {
            Better.Higher => above,
            Better.Lower => -above,
        };
    }
}
