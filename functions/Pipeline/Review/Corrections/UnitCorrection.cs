using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.Corrections;

/// <summary>
/// A unit's frozen review beside what the same rules give on today's data (đính chính; design.md §4, law 6): the review
/// itself never changes.
/// </summary>
public sealed record UnitCorrection(ReviewedUnit Frozen, ReviewedUnit Present)
{
    /// <summary>KPIs whose figure or verdict is another now, in the review's order.</summary>
    public IReadOnlyList<(Finding Frozen, Finding Present)> Findings { get; } =
    [
        .. Frozen
            .Findings.Select(then => (then, now: Present.Findings.Single(now => now.Kpi.Id == then.Kpi.Id)))
            .Where(pair => pair.then.Figure != pair.now.Figure || pair.then.Verdict != pair.now.Verdict),
    ];

    /// <summary>Criteria whose verdict is another now.</summary>
    public IReadOnlyList<(CriterionFinding Frozen, CriterionFinding Present)> Inspected { get; } =
    [
        .. Frozen
            .Inspected.Select(then =>
                (then, now: Present.Inspected.Single(now => now.Criterion.Id == then.Criterion.Id))
            )
            .Where(pair => pair.then.Verdict != pair.now.Verdict),
    ];

    /// <summary>
    /// Lines whose verdict is another only because their page has not been asked again, or because they are gone, for
    /// nothing takes a line back: nobody corrects by them.
    /// </summary>
    public IReadOnlyList<Damage> Outstanding =>
        [
            .. Inspected.Where(pair => pair.Present.IsOutstanding).Select(pair => Unchecked(pair.Present)),
            .. Inspected
                .Where(pair => pair is { Frozen.Line: not null, Present.Line: null })
                .Select(pair => Gone(pair.Present)),
        ];

    private Damage Unchecked(CriterionFinding present) =>
        ChecklistTable.Unchecked(Present.Period.Name, Present.Unit.Id, present.Criterion.Id);

    private Damage Gone(CriterionFinding present) =>
        new(
            StoredRow.PlaceOf(
                StoredNames.ChecklistsTable,
                Present.Period.Name,
                Keys.ChecklistRow(Present.Unit.Id, present.Criterion.Id)
            ),
            "dòng này đã mất sau khi đánh giá; phục hồi từ bản sao lưu hoặc gửi lại phiếu kiểm tra"
        );

    /// <summary>Counts that are another now.</summary>
    public IReadOnlyList<Count> Counts { get; } =
    [.. Enum.GetValues<Count>().Where(count => Frozen.Figures[count] != Present.Figures[count])];

    /// <summary>Nothing that the review said has changed.</summary>
    public bool IsEmpty => Findings.Count == 0 && Inspected.Count == 0 && Counts.Count == 0;

    /// <summary>A verdict has changed, not only a figure.</summary>
    public bool ChangesAVerdict =>
        Inspected.Count > 0 || Findings.Any(pair => pair.Frozen.Verdict != pair.Present.Verdict);
}
