using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>What all units of one review are judged by, read once.</summary>
/// <param name="Registers">Units, targets, days off.</param>
/// <param name="Criteria">The list as staff keep it.</param>
/// <param name="Lines">The period's checklist by unit; null when none had come: then criteria are not examined.</param>
/// <param name="Before">The frozen rows of the quarter before by unit; none when it has no finished review.</param>
/// <param name="Frozen">What an earlier, unfinished try of this review froze, by unit.</param>
public sealed record ReviewBasis(
    RegisterContent Registers,
    IReadOnlyList<Criterion> Criteria,
    ILookup<string, ChecklistLine>? Lines,
    IReadOnlyDictionary<string, ReviewedUnit> Before,
    IReadOnlyDictionary<string, ReviewedUnit> Frozen
)
{
    /// <summary>Units that can't be judged, and the stored row for which they wait.</summary>
    public IReadOnlyDictionary<string, Damage> Waiting { get; init; } = new Dictionary<string, Damage>();

    /// <summary>Contents that count for two units.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>What staff should look at before they rely on a unit's figures, naming both uploads.</summary>
    public IReadOnlyList<string> DoubtsOf(Unit unit) =>
        [.. Doubts.Where(doubt => doubt.Concerns(unit.Id)).Select(doubt => DoubtWords.ToStaff(doubt, Registers.Units))];

    /// <summary>Plain codes of units whose every export is a full list, as their profile says.</summary>
    public IReadOnlySet<string> ListUnits { get; init; } = new HashSet<string>();

    /// <summary>The rule of coverage that a frozen review judged by; null: today's.</summary>
    public CoverageRule? Rule { get; init; }

    /// <summary>Refuses to judge a unit that waits.</summary>
    /// <exception cref="UnreadableException">Something that the unit is judged by can't be read.</exception>
    public void RefuseWaiting(Unit unit)
    {
        if (Waiting.TryGetValue(unit.Id, out var damage))
            throw new UnreadableException(damage);
        Registers.RefuseWithoutTarget(unit.Id);
    }

    /// <summary>All criteria in force for the unit on the period's last day, each held against its line, in order.</summary>
    public IReadOnlyList<CriterionFinding> Inspect(Unit unit, Period period) =>
        Lines is null
            ? []
            :
            [
                .. Criterion
                    .InForce(Criteria, unit, period.To)
                    .Select(criterion =>
                        CriterionFinding.Of(
                            criterion,
                            Lines[unit.Id].SingleOrDefault(line => line.Criterion == criterion.Id),
                            WasJudged(unit, criterion) ? period.From : null
                        )
                    ),
            ];

    /// <summary>Today's data, but the targets, criteria, days off and rule of coverage that a frozen review judged by.</summary>
    public ReviewBasis AsJudged(ReviewedUnit frozen) =>
        this with
        {
            Registers = Registers with
            {
                Targets = [.. frozen.Findings.Select(finding => finding.Target)],
                Damages = [],
            },
            Criteria = [.. frozen.Inspected.Select(finding => finding.Criterion)],
            Rule = frozen.Coverage.Rule,
        };

    private bool WasJudged(Unit unit, Criterion criterion) =>
        PreviousOf(unit)?.Find(criterion.Id) is { Verdict: not (Verdict.Insufficient or Verdict.None) };

    public PreviousReview? PreviousOf(Unit unit) =>
        Before.TryGetValue(unit.Id, out var before) ? PreviousReview.Of(before) : null;
}

/// <summary>Reads what a review is judged by.</summary>
public sealed class ReviewBases(
    Registers registers,
    StaffSetting<CriterionList> criteria,
    ChecklistTable checklists,
    KeptLines kept,
    Fingerprints fingerprints,
    ReviewTable table,
    PeriodScheme scheme
)
{
    public async Task<ReviewBasis> ReadAsync(Period period, CancellationToken cancellation)
    {
        var content = (await registers.GetAsync(cancellation)).Judging;
        await kept.PutBackAsync(period.Name, cancellation);
        var lines = await checklists.ReadAsync(period.Name, cancellation);
        var frozen = await table.ListAsync(period, content.Units, cancellation);
        // Units frozen by a try that broke off and those frozen now are judged by the same rule: with criteria or without.
        var isInspected =
            frozen.Units.Count > 0
                ? frozen.Units.Any(unit => unit.Inspected.Count > 0)
                : lines.Rows.Count + lines.Damages.Count > 0;
        var before = await BeforeAsync(period, content.Units, cancellation);
        return new(
            content,
            (await criteria.GetAsync(cancellation)).All,
            isInspected ? lines.Rows.ToLookup(line => line.Unit, StringComparer.Ordinal) : null,
            ById(before?.Units.Where(unit => unit.Scheme == scheme) ?? []),
            frozen.ById
        )
        {
            ListUnits = SourceProfiles.With(content.Profiles).ListUnits,
            Waiting = Waiting(content.Units, frozen, before, isInspected ? lines.Damages : []),
            Doubts = await fingerprints.ListAsync(cancellation),
        };
    }

    /// <summary>Each unit with a row of its own that can't be read, or that the quarter before owes its review.</summary>
    private static Dictionary<string, Damage> Waiting(
        UnitRegister units,
        FrozenRows frozen,
        FrozenRows? before,
        IEnumerable<Damage> lines
    )
    {
        var waiting = new Dictionary<string, Damage>(StringComparer.Ordinal);
        foreach (var damage in lines)
            waiting.TryAdd(ChecklistTable.UnitOf(damage), damage);
        foreach (var damage in frozen.Damages.Concat(before is null ? [] : before.Damages.Concat(before.Owed(units))))
            waiting.TryAdd(FrozenRows.KeyOf(damage), damage);
        return waiting;
    }

    /// <summary>Null where there is nothing to compare with.</summary>
    private async Task<FrozenRows?> BeforeAsync(Period period, UnitRegister units, CancellationToken cancellation)
    {
        if (period.Key is not { Kind: PeriodKind.Quarter } quarter)
            return null;
        var before = (quarter with { Ordinal = quarter.Ordinal - 1 }).In(scheme);
        return await table.ListAsync(before, units, cancellation);
    }

    // Quarters of another scheme are of other days: nothing to compare with.
    private static Dictionary<string, ReviewedUnit> ById(IEnumerable<ReviewedUnit> units) =>
        units.ToDictionary(unit => unit.Unit.Id, StringComparer.Ordinal);
}
