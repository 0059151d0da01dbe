using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;

namespace CCHC.Pipeline.Reports;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">The unit's name, marked when it has no bar: no bar is not 0 %.</param>
/// <param name="Rate">Hundredths of a percent as tables print them; null without a rank.</param>
/// <param name="Target">Its target in hundredths of a percent; null without one.</param>
/// <param name="IsMet">Which of the two colours it has.</param>
public sealed record RateBar(string Label, long? Rate, long? Target, bool IsMet);

/// <summary>The units of one KPI by rank, as many as can be read beside each other.</summary>
/// <param name="Name">What is charted.</param>
/// <param name="Part">" – phần 1/3" where all don't fit into one.</param>
/// <param name="Bars">In the order of the table.</param>
/// <param name="Top">Where the axis ends, in whole percents: the same in all parts.</param>
public sealed record RateChart(string Name, string Part, IReadOnlyList<RateBar> Bars, int Top)
{
    private const int MostBars = 34;
    public const string Unranked = " (*)";

    public static IReadOnlyList<RateChart> Of(KpiRanking ranking)
    {
        var bars = ranking.Units.Select(BarOf).ToList();
        var (parts, top) = ((bars.Count + MostBars - 1) / MostBars, TopOf(bars));
        var size = (bars.Count + parts - 1) / parts;
        return
        [
            .. bars.Chunk(size)
                .Select((some, index) => new RateChart(ranking.Kpi.Name, PartOf(index + 1, parts), some, top)),
        ];
    }

    private static RateBar BarOf(RankedUnit unit) =>
        new(
            unit.Rank is null ? unit.Unit.Unit.Name + Unranked : unit.Unit.Unit.Name,
            unit.Rank is null ? null : unit.Figure.Hundredths,
            unit.Finding is { } finding ? TargetGap.HundredthsOf(finding.Target) : null,
            unit.Is(Verdict.Met)
        );

    private static string PartOf(int part, int parts) =>
        parts == 1 ? "" : $" – phần {Vietnamese.Figure(part)}/{Vietnamese.Figure(parts)}";

    // The next ten above the highest, and one more for its label.
    private static int TopOf(IEnumerable<RateBar> bars)
    {
        var most = bars.Max(bar => Math.Max(bar.Rate ?? 0, bar.Target ?? 0));
        return (int)Math.Min(100, (most / 1000 + 2) * 10);
    }
}
