using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>Why a verdict could not be given.</summary>
public enum Insufficiency
{
    /// <summary>A verdict was given.</summary>
    None,

    /// <summary>The unit sent nothing, or its latest export is before the period's last working day.</summary>
    EndsEarly,

    /// <summary>More working days without an export than allowed.</summary>
    DaysMissing,

    /// <summary>Too many dossiers with an unknown value: the verdict would hang on them.</summary>
    Unknown,

    /// <summary>No dossier to divide by, and some of which nobody knows whether they belong to it.</summary>
    Undecided,

    /// <summary>No dossier to divide by: so in rows of old, where it is read as <see cref="Verdict.None"/>.</summary>
    NoDossiers,
}

/// <summary>How far a unit's exports cover a period.</summary>
/// <param name="AsOf">Latest as-of date of the unit; null when it sent nothing.</param>
/// <param name="WorkingDays">Working days of the period on which the unit existed.</param>
/// <param name="MissingDays">Those of them without an export.</param>
public sealed record Coverage(DateOnly? AsOf, int WorkingDays, IReadOnlyList<DateOnly> MissingDays)
{
    /// <summary>By what it was judged; null in rows of old.</summary>
    public CoverageRule? Rule { get; init; }
}

/// <summary>One target held against one figure.</summary>
public sealed record Finding(Kpi Kpi, Fraction Figure, Target Target, Verdict Verdict, Insufficiency Reason);

/// <summary>A unit's frozen figures and verdicts: what its notice says and rests on (design.md §4, laws 6 and 7).</summary>
public sealed record ReviewedUnit
{
    public required Unit Unit { get; init; }
    public required Period Period { get; init; }
    public required PeriodScheme Scheme { get; init; }

    /// <summary>Vietnam's day on which the review was made; notices carry its month and year.</summary>
    public required DateOnly ReviewedOn { get; init; }
    public required Coverage Coverage { get; init; }
    public required Tally Figures { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Criteria of the inspection; empty when no checklist of the period had come by then.</summary>
    public IReadOnlyList<CriterionFinding> Inspected { get; init; } = [];

    /// <summary>The quarter before, if it was reviewed.</summary>
    public PreviousReview? Previous { get; init; }

    /// <summary>Doubts about its uploads that stood when it was reviewed.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>SHA-256 of the unit's frozen figures by field, which lie in a blob of their own; "" in reviews of old.</summary>
    public string FieldsSha256 { get; init; } = "";

    /// <summary>It ended inside the period: its figures belong to all totals, and nobody is written to.</summary>
    public bool HasEnded => Unit.Term.EndsBefore(Period.To);

    /// <summary>Number of journal entries the figures rest on, and the SHA-256 of their sorted names.</summary>
    public required int JournalEntries { get; init; }
    public required string JournalSha256 { get; init; }

    public bool IsBelow =>
        Findings.Any(finding => finding.Verdict is Verdict.Below)
        || Inspected.Any(finding => finding.Verdict is Verdict.Below);

    /// <summary>
    /// In how many reviewed quarters running a finding has been below, this one included; 0 when it is not. What was
    /// missing and is done now, though late, is another finding: its first.
    /// </summary>
    public int TimesBelow(string id) =>
        Inspected.Any(f => f.Criterion.Id == id && f.IsDoneLate) ? 1
        : Findings.Any(f => f.Kpi.Id == id && f.Verdict is Verdict.Below)
        || Inspected.Any(f => f.Criterion.Id == id && f.Verdict is Verdict.Below)
            ? 1 + (Previous?.Find(id)?.TimesBelow ?? 0)
        : 0;

    /// <summary>Its own data don't suffice; gaps of the checklist are the inspecting office's, and ask nothing of the unit.</summary>
    public bool IsInsufficient => Findings.Any(finding => finding.Verdict is Verdict.Insufficient);

    /// <summary>Units that met every target get no letter.</summary>
    public bool NeedsNotice => IsBelow || IsInsufficient;
}
