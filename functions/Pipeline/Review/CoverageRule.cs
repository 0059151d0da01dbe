using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>What decides whether a unit's exports cover a period: frozen with its review (design.md §4, law 6).</summary>
/// <param name="Working">Working days of the period on which the unit existed.</param>
/// <param name="LastWorkingDay">The period's.</param>
/// <param name="MostMissing">More of them without an export than this: no verdict.</param>
/// <param name="IsList">Each export is a full list: it covers every working day back to the one before.</param>
public sealed record CoverageRule(
    IReadOnlyList<DateOnly> Working,
    DateOnly LastWorkingDay,
    int MostMissing,
    bool IsList
)
{
    public static CoverageRule Of(WorkingCalendar calendar, Unit unit, Period period, int mostMissing, bool isList)
    {
        var from = unit.ValidFrom > period.From ? unit.ValidFrom.Value : period.From;
        var to = unit.ValidTo < period.To ? unit.ValidTo.Value : period.To;
        var last = calendar.WorkingDays(period.From, period.To).LastOrDefault(period.From);
        return new([.. calendar.WorkingDays(from, to)], last, mostMissing, isList);
    }

    /// <summary>How far the unit's exports cover the period by this rule.</summary>
    public Coverage Cover(UnitLedger ledger)
    {
        var exported = ledger.ExportDays.ToHashSet();
        // Nothing says what a first list leaves out of the days before it.
        var (first, last) =
            exported.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (exported.Min(), exported.Max());
        return new(ledger.AsOf, Working.Count, [.. Working.Where(day => !IsCovered(day))]) { Rule = this };

        bool IsCovered(DateOnly day) => IsList ? first <= day && day <= last : exported.Contains(day);
    }

    /// <summary>Why no verdict can be given; none where the exports suffice.</summary>
    public Insufficiency Gap(Coverage coverage) =>
        coverage.AsOf is null || coverage.AsOf < LastWorkingDay ? Insufficiency.EndsEarly
        : coverage.MissingDays.Count > MostMissing ? Insufficiency.DaysMissing
        : Insufficiency.None;
}
