using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Kpis;

namespace CCHC.Demo;

/// <summary>A unit's intended online rate in the quarter, and the verdict against its target.</summary>
public sealed record DemoTruth(Fraction Online, Verdict Verdict)
{
    /// <summary>As ReviewSettings has it.</summary>
    private const int MostDaysWithout = 10;

    /// <summary>By direct counting over the unit's dossiers as its last export left them.</summary>
    /// <param name="desk">The unit's desk.</param>
    /// <param name="dossiers">All of the unit.</param>
    /// <param name="daysWithout">Working days of which no export speaks.</param>
    internal static DemoTruth Of(Desk desk, IEnumerable<DemoDossier> dossiers, int daysWithout)
    {
        var (num, den, unknown) = (0, 0, 0);
        foreach (var dossier in dossiers.Where(dossier => IsCounted(dossier, desk)))
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
        return new DemoTruth(new Fraction(num, den, unknown), VerdictOf(desk, num, den, unknown, daysWithout));
    }

    private static bool IsCounted(DemoDossier dossier, Desk desk) =>
        desk.Period.FirstDay <= dossier.Received
        && dossier.Received <= desk.Period.LastDay
        && dossier.On(desk.LastDay) is { Status: not (Status.Receiving or Status.Denied) };

    private static Verdict VerdictOf(Desk desk, int num, int den, int unknown, int daysWithout)
    {
        if (desk.LastDay < desk.Period.LastWorkingDay || daysWithout > MostDaysWithout)
            return Verdict.Insufficient;
        var all = den + unknown;
        if (100 * (num + unknown) < desk.Period.Target * all)
            return Verdict.Below;
        return all == 0 ? Verdict.None
            : 100 * num >= desk.Period.Target * all ? Verdict.Met
            : Verdict.Insufficient;
    }
}
