using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>
/// Where a unit stands against one target in a period that still runs, in exact integers. Unknown dossiers count as
/// missed, as in a verdict that must hold whatever they were (domain.md §5).
/// </summary>
public sealed record Outlook(Kpi Kpi, Fraction Figure, Target Target)
{
    /// <summary>Dossiers of which nobody knows whether they are asked about.</summary>
    public int Undecided { get; init; }

    public Verdict Verdict => Verdicts.Of(Figure, Target, Kpi.Better);

    /// <summary>All dossiers asked about so far.</summary>
    public int All => Figure.Den + Figure.Unknown;

    /// <summary>b times what is missing: a·all − b·num, for a target a/b.</summary>
    private long Missing => Math.Max(0, ((long)Target.Num * All) - ((long)Target.Den * Figure.Num));

    /// <summary>How many more of the present dossiers would have to count: the least k with b·(num + k) ≥ a·all.</summary>
    public long MissingOfPresent => Ceiling(Missing, Target.Den);

    /// <summary>
    /// How many further dossiers are needed if every one of them counts: the least k with b·(num + k) ≥ a·(all + k).
    /// Null: no number of them is enough (a target of 100 % that was missed once).
    /// </summary>
    public long? NeededOfFurther =>
        Missing == 0 ? 0
        : Target.Num == Target.Den ? null
        : Ceiling(Missing, Target.Den - Target.Num);

    private static long Ceiling(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
