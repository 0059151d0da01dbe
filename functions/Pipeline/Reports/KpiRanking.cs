using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>A unit in a KPI's table.</summary>
/// <param name="Unit">Its frozen row.</param>
/// <param name="Figure">Its figure, also where it has no target.</param>
/// <param name="Finding">Null where it has no target.</param>
/// <param name="Rank">Null without a verdict or a rate: "không đủ dữ liệu" is no place.</param>
/// <param name="Before">The figure of the quarter before; null where there is none.</param>
public sealed record RankedUnit(ReviewedUnit Unit, Fraction Figure, Finding? Finding, int? Rank, Fraction? Before)
{
    /// <summary>In hundredths of a percentage point, between the two printed rates; null without both.</summary>
    public long? Change => Figure.Hundredths - Before?.Hundredths;

    public bool Is(Verdict verdict) => Finding?.Verdict == verdict;
}

/// <summary>All units by one KPI, the best first; those without a verdict at the end.</summary>
public sealed record KpiRanking(Kpi Kpi, IReadOnlyList<RankedUnit> Units, Fraction Total)
{
    /// <summary>Dossiers of all units of which nobody knows whether they are asked about.</summary>
    public int Undecided { get; private init; }

    /// <summary>The ranking.</summary>
    /// <param name="kpi">By what.</param>
    /// <param name="units">Those that are ranked.</param>
    /// <param name="ended">Units that ended inside the period: in the total alone.</param>
    public static KpiRanking Of(Kpi kpi, IReadOnlyList<ReviewedUnit> units, IReadOnlyList<ReviewedUnit>? ended = null)
    {
        var asked = units.Select(unit => Asked(kpi, unit)).ToList();
        var ranked = asked
            .Where(HasPlace)
            .Order(Comparer<RankedUnit>.Create((a, b) => Compare(kpi.Better, a.Figure, b.Figure)))
            .ToList();
        var placed = ranked.Select(unit =>
            unit with
            {
                Rank = 1 + ranked.Count(other => Compare(kpi.Better, other.Figure, unit.Figure) < 0),
            }
        );
        var others = asked.Where(unit => !HasPlace(unit)).OrderBy(unit => unit.Finding is null);
        var figures = asked.Select(unit => unit.Figure).Concat((ended ?? []).Select(unit => kpi.Of(unit.Figures)));
        return new(kpi, [.. placed, .. others], figures.Aggregate(default(Fraction), (sum, figure) => sum + figure))
        {
            Undecided = units.Concat(ended ?? []).Sum(unit => kpi.Undecided.In(unit.Figures)),
        };
    }

    public int Number(Verdict verdict) => Units.Count(unit => unit.Is(verdict));

    /// <summary>Judged units with their names, in the order of the table.</summary>
    public IReadOnlyList<RankedUnit> With(Verdict verdict) => [.. Units.Where(unit => unit.Is(verdict))];

    private static RankedUnit Asked(Kpi kpi, ReviewedUnit unit)
    {
        var finding = unit.Findings.FirstOrDefault(finding => finding.Kpi.Id == kpi.Id);
        return new(unit, finding?.Figure ?? kpi.Of(unit.Figures), finding, null, unit.Previous?.Find(kpi.Id)?.Figure);
    }

    private static bool HasPlace(RankedUnit unit) =>
        unit.Finding is { Verdict: not (Verdict.Insufficient or Verdict.None) } && unit.Figure.Den > 0;

    // Exact: two rates that print alike need not be equal.
    private static int Compare(Better better, Fraction a, Fraction b)
    {
        var higher = ((long)b.Num * a.Den).CompareTo((long)a.Num * b.Den);
        return better switch
        {
            Better.Higher => higher,
            Better.Lower => -higher,
        };
    }
}
