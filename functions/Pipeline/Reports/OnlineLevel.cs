using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>A level of online public services that can be used online (domain.md §1, S4).</summary>
/// <param name="Name">With the word in use since the levels were renamed.</param>
/// <param name="Online">Dossiers received online at that level.</param>
/// <param name="Received">Dossiers received at that level, whatever their channel.</param>
internal sealed record OnlineLevel(string Name, Count Online, Count Received)
{
    public static OnlineLevel Four { get; } =
        new("mức độ 4 (toàn trình)", Count.ReceivedOnlineLevel4, Count.ReceivedLevel4);

    public static OnlineLevel Three { get; } =
        new("mức độ 3 (một phần)", Count.ReceivedOnlineLevel3, Count.ReceivedLevel3);

    public LevelFigure Of(Tally tally)
    {
        var (online, received) = (tally[Online], tally[Received]);
        var unknown = Math.Min(received - online, tally[Count.ReceivedEligibleUnknownChannel]);
        return new(online, received, online + unknown);
    }

    public LevelFigure Of(IEnumerable<ReviewedUnit> units) =>
        units.Aggregate(default(LevelFigure), (sum, unit) => sum + Of(unit.Figures));
}
