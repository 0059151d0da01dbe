using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Gives a field of <see cref="SomeQuarter"/> service levels and returned results; the shares are invented.</summary>
internal static class SomeServices
{
    /// <summary>Half of what was received is level 4, a quarter level 3; a field without channels doesn't know theirs either.</summary>
    public static FieldFigures Of(FieldFigures field)
    {
        var (tally, received) = (field.Figures.Copy(), field.Figures[Count.Received]);
        var (level4, level3, online) = (received / 2, received / 4, tally[Count.ReceivedOnline]);
        var withoutChannel = tally[Count.ReceivedUnknownChannel] == received;
        Levels(tally, (Math.Min(level4, online * 2 / 3), level4), (Math.Min(level3, online / 4), level3));
        tally[Count.ReceivedEligibleUnknownChannel] = withoutChannel ? level4 + level3 : 0;
        Returned(tally, tally[Count.Finished] / 10, tally[Count.Finished] * 3 / 4, unknown: received % 3);
        return field with { Figures = tally };
    }

    /// <summary>A field in which nothing is told but the channel by level.</summary>
    public static FieldFigures[] ByLevel((int Online, int All) four, (int Online, int All) three, int unknown)
    {
        var all = four.All + three.All;
        var field = SomeQuarter.Field("ho-tich", "Hộ tịch", all, four.Online + three.Online, unknown: unknown);
        Levels(field.Figures, four, three);
        field.Figures[Count.ReceivedEligibleUnknownChannel] = unknown;
        return [field];
    }

    /// <summary>A field with nothing but returned results.</summary>
    public static FieldFigures[] OnlyReturned(int postal, int all, int unknown)
    {
        var tally = new Tally();
        Returned(tally, postal, all, unknown);
        return [new FieldFigures("ho-tich", "Hộ tịch", tally)];
    }

    private static void Levels(Tally tally, (int Online, int All) four, (int Online, int All) three)
    {
        (tally[Count.ReceivedOnlineLevel4], tally[Count.ReceivedLevel4]) = four;
        (tally[Count.ReceivedOnlineLevel3], tally[Count.ReceivedLevel3]) = three;
    }

    private static void Returned(Tally tally, int postal, int all, int unknown)
    {
        tally[Count.Returned] = all;
        tally[Count.ReturnedPostal] = postal;
        tally[Count.ReturnedUnknownChannel] = unknown;
        tally[Count.ReturnedOnline] = (all - postal - unknown) / 2;
    }
}
