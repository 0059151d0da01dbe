using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Reports;

/// <summary>All that the reports of one review rest on: its frozen rows and blobs, and what staff have registered.</summary>
public sealed record QuarterResults
{
    public required Period Period { get; init; }
    public required Authority Authority { get; init; }

    /// <summary>The period's last working day: figures that reach it are whole, though the period may end on a day off.</summary>
    public required DateOnly LastWorkingDay { get; init; }

    /// <summary>Every reviewed unit, at least one, by id.</summary>
    public required IReadOnlyList<ReviewedUnit> Units { get; init; }

    /// <summary>Units that ended inside the period: counted in all totals, listed as such, judged by nothing.</summary>
    public IReadOnlyList<ReviewedUnit> Ended { get; init; } = [];

    /// <summary>All whose figures the totals are made of.</summary>
    public IEnumerable<ReviewedUnit> Counted => Units.Concat(Ended);

    /// <summary>By unit id; a unit of an old review has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldFigures>> Fields { get; init; } =
        new Dictionary<string, IReadOnlyList<FieldFigures>>();

    /// <summary>The follow-up register of those units, as it stands.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Valid on the period's last day, in the order of the register.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>"quý I năm 2022".</summary>
    public string PeriodName => Vietnamese.Name(Period);

    /// <summary>The day of the review: the reports' own day, whenever they are written.</summary>
    public DateOnly ReviewedOn => Units.Max(unit => unit.ReviewedOn);

    public Territory Territory => field ??= Territory.Of(Authority, Units);

    public Tally Sum => field ??= Tally.Sum(Counted.Select(unit => unit.Figures));

    /// <summary>Every KPI that any unit has a target for, in the order of findings.</summary>
    public IReadOnlyList<KpiRanking> Rankings =>
        field ??= [
            .. Units
                .SelectMany(unit => unit.Findings)
                .Select(finding => finding.Kpi)
                .DistinctBy(kpi => kpi.Id)
                .OrderBy(kpi => kpi.Place)
                .ThenBy(kpi => kpi.Id, StringComparer.Ordinal)
                .Select(kpi => KpiRanking.Of(kpi, Units, Ended)),
        ];

    /// <summary>A unit's figures by field, which add up to its own: what has no field is "unknown".</summary>
    public IReadOnlyList<FieldFigures> FieldsOf(ReviewedUnit unit) =>
        Fields.GetValueOrDefault(unit.Unit.Id) is { Count: > 0 } fields ? fields
        : unit.Figures.IsEmpty ? []
        : [new FieldFigures(Slug.Unknown, "", unit.Figures)];
}
