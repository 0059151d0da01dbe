using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Cli.Demo;

/// <summary>A unit's intended online rate in the quarter, and the verdict against 40 %.</summary>
public sealed record DemoTruth(Fraction Online, Verdict Verdict)
{
    /// <summary>By direct counting over the unit's dossiers as its last export left them.</summary>
    internal static DemoTruth Of(Desk desk, IEnumerable<DemoDossier> dossiers)
    {
        var (num, den, unknown) = (0, 0, 0);
        foreach (var dossier in dossiers.Where(dossier => IsCounted(dossier, desk.LastDay)))
        {
            if (!desk.Layout.HasChannel || dossier.Channel is Channel.Unrecognised)
            {
                unknown++;
                continue;
            }
            den++;
            if (dossier.Channel is Channel.Online)
                num++;
        }
        return new DemoTruth(new Fraction(num, den, unknown), VerdictOf(desk, num, den, unknown));
    }

    private static bool IsCounted(DemoDossier dossier, DateOnly day) =>
        DemoQuarter.FirstDay <= dossier.Received
        && dossier.Received <= DemoQuarter.LastDay
        && dossier.On(day) is { Status: not (Status.Receiving or Status.Denied) };

    private static Verdict VerdictOf(Desk desk, int num, int den, int unknown)
    {
        if (desk.LastDay < DemoQuarter.LastDay)
            return Verdict.Insufficient;
        var all = den + unknown;
        if (5 * (num + unknown) < 2 * all)
            return Verdict.Below;
        return all > 0 && 5 * num >= 2 * all ? Verdict.Met : Verdict.Insufficient;
    }
}
