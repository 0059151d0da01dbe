using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Reports;

/// <summary>What a review as a whole says of a unit: exactly one of these.</summary>
public enum UnitStanding
{
    /// <summary>Every target that could be judged was met, and none could not.</summary>
    Met,

    /// <summary>A KPI or a criterion was missed.</summary>
    Below,

    /// <summary>Nothing was missed, and a KPI could not be judged.</summary>
    Insufficient,

    /// <summary>Nothing was asked, no dossier came up, or nothing but criteria that could not be judged.</summary>
    NotJudged,
}

public static class UnitStandings
{
    public static UnitStanding Standing(this ReviewedUnit unit) =>
        unit.IsBelow ? UnitStanding.Below
        : unit.IsInsufficient ? UnitStanding.Insufficient
        : unit.HasMet() ? UnitStanding.Met
        : UnitStanding.NotJudged;

    /// <summary>Praise is for those of whom everything is known and nothing was missed: a gap of the checklist is no pass.</summary>
    public static bool IsCommended(this ReviewedUnit unit) =>
        unit.Standing() is UnitStanding.Met && unit.Inspected.All(finding => finding.Verdict is Verdict.Met);

    private static bool HasMet(this ReviewedUnit unit) =>
        unit.Findings.Any(finding => finding.Verdict is Verdict.Met)
        || unit.Inspected.Any(finding => finding.Verdict is Verdict.Met);
}
