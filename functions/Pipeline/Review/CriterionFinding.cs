using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Review;

/// <summary>Why a criterion could not be judged.</summary>
public enum CriterionGap
{
    /// <summary>A verdict was given.</summary>
    None,

    /// <summary>The checklist has no line for it, or a blank one.</summary>
    NoLine,

    /// <summary>"Yes" without evidence.</summary>
    NoEvidence,

    /// <summary>The page has not been asked yet.</summary>
    NotChecked,

    /// <summary>The page gave no answer, or one that must be looked at by a person.</summary>
    CannotTell,
}

/// <summary>One criterion held against one line of the checklist; frozen whole with the review.</summary>
/// <param name="Criterion">As it was in force on the period's last day.</param>
/// <param name="Line">Null when there was none.</param>
/// <param name="Verdict">Below, met, or insufficient.</param>
/// <param name="Gap">Why it is insufficient.</param>
public sealed record CriterionFinding(Criterion Criterion, ChecklistLine? Line, Verdict Verdict, CriterionGap Gap)
{
    /// <summary>Judges a line: pure. A missing line is never a pass and never a fault (domain.md §1).</summary>
    /// <param name="criterion">What was asked.</param>
    /// <param name="line">What was found; null = nothing.</param>
    /// <param name="settledBefore">
    /// What was done before this day, an earlier review has judged: late or not, it is done and no finding of this one.
    /// </param>
    public static CriterionFinding Of(Criterion criterion, ChecklistLine? line, DateOnly? settledBefore = null)
    {
        if (line is null || line.Answer.IsBlank)
            return new(criterion, line, Verdict.Insufficient, CriterionGap.NoLine);
        if (line.Answer.Done is false)
            return new(criterion, line, Verdict.Below, CriterionGap.None);
        var deadline = line.Answer.Day < settledBefore ? null : criterion.Deadline;
        var (verdict, gap) = criterion.Kind switch
        {
            CriterionKind.Date => Timely(line.Answer.Day, deadline),
            CriterionKind.Count => Enough(line.Answer.Number, criterion.Minimum),
            CriterionKind.YesNo => Evident(line),
            CriterionKind.Address => Public(line, deadline),
        };
        return new(criterion, line, verdict, gap);
    }

    /// <summary>Nothing is known of its page yet, or the page gave no answer: what becomes of it says nothing about the unit.</summary>
    public bool IsOutstanding => Gap is CriterionGap.NotChecked || Line?.Page?.Status is PageStatus.Unreachable;

    /// <summary>Below for being late alone: it is done, and nobody can correct it any more.</summary>
    public bool IsDoneLate => Verdict is Verdict.Below && DaysLate > 0;

    /// <summary>Calendar days after the deadline; 0 when in time.</summary>
    public int DaysLate =>
        Line?.Answer.Day is { } day && Criterion.Deadline is { } deadline && day > deadline
            ? day.DayNumber - deadline.DayNumber
            : 0;

    private static (Verdict, CriterionGap) Timely(DateOnly? day, DateOnly? deadline) =>
        day is null ? (Verdict.Insufficient, CriterionGap.NoLine)
        : deadline is { } last && day > last ? (Verdict.Below, CriterionGap.None)
        : (Verdict.Met, CriterionGap.None);

    private static (Verdict, CriterionGap) Enough(int? number, int? minimum) =>
        number is null ? (Verdict.Insufficient, CriterionGap.NoLine)
        : number < (minimum ?? 0) ? (Verdict.Below, CriterionGap.None)
        : (Verdict.Met, CriterionGap.None);

    private static (Verdict, CriterionGap) Evident(ChecklistLine line) =>
        line.Answer.Done is null ? (Verdict.Insufficient, CriterionGap.NoLine)
        : line.Evidence.Length == 0 ? (Verdict.Insufficient, CriterionGap.NoEvidence)
        : (Verdict.Met, CriterionGap.None);

    private static (Verdict, CriterionGap) Public(ChecklistLine line, DateOnly? deadline)
    {
        if (line.Answer.Address.Length == 0)
            return (Verdict.Insufficient, CriterionGap.NoLine);
        if (line.Page is not { } page)
            return (Verdict.Insufficient, CriterionGap.NotChecked);
        return page.Status switch
        {
            PageStatus.Published => Timely(line.Answer.Day ?? deadline ?? page.CheckedOn, deadline),
            PageStatus.WithoutWords or PageStatus.Missing => (Verdict.Below, CriterionGap.None),
            PageStatus.Unreadable or PageStatus.Unreachable or PageStatus.Refused => (
                Verdict.Insufficient,
                CriterionGap.CannotTell
            ),
        };
    }
}
