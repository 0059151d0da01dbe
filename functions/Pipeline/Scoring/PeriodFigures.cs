using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>
/// A unit's figures of any period: from the running counts where it has them, else counted dossier by dossier. A unit
/// that has fallen silent keeps its open dossiers: what is carried over is the open of the period before (domain.md §5).
/// </summary>
public static class PeriodFigures
{
    /// <summary>
    /// Whether archived dossiers have to be loaded: for days by field, and spans without rows. In a period after the
    /// latest as-of day none of them counts: each of their days lies months before it.
    /// </summary>
    public static bool NeedWholeLedger(Period period) => RunningKey(period) is null;

    public static Tally Of(UnitLedger ledger, Period period) => RowsOf(ledger, period).GetValueOrDefault("") ?? new();

    /// <summary>The unit, its fields and its procedures: tallies that are not empty, by row suffix.</summary>
    /// <param name="ledger">Whole where <see cref="NeedWholeLedger"/> says so.</param>
    /// <param name="period">Any span.</param>
    public static SortedDictionary<string, Tally> RowsOf(UnitLedger ledger, Period period) =>
        !Exist(ledger, period) ? new(StringComparer.Ordinal)
        : RunningKey(period) is { } key && !IsAfter(ledger.AsOf, period) ? Running(ledger, key)
        : PlainCount.Of(ledger, period);

    /// <summary>The days of a period on which a unit counts anything.</summary>
    public static IEnumerable<(DateOnly Day, Tally Tally)> DaysOf(UnitLedger ledger, Period period)
    {
        var bounds = RowBounds.Of(ledger);
        return ledger
            .Sheet.Years.Where(year => period.From.Year <= year.Key && year.Key <= period.To.Year)
            .SelectMany(year => year.Value.All)
            .Where(at => at.Period.Kind is PeriodKind.Day && at.Row.Suffix.Length == 0)
            .Where(at => bounds.Contain(at.Period, ledger.Scheme))
            .Select(at => (DateOnly.FromDayNumber(at.Period.Ordinal), at.Tally.Copy()))
            .Where(at => period.Contains(at.Item1));
    }

    /// <summary>Periods before a unit's first dossier have no rows (design.md §3), whatever dates a dossier carries.</summary>
    public static bool Exist(UnitLedger ledger, Period period) =>
        RunningKey(period) is not { } key
        || IsAfter(ledger.AsOf, period)
        || RowBounds.Of(ledger).Contain(key, ledger.Scheme);

    /// <summary>Later than every row that is stored: the unit has sent nothing for it.</summary>
    public static bool IsAfter(DateOnly? asOf, Period period) => asOf < period.From;

    private static PeriodKey? RunningKey(Period period) =>
        period.Key is { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year } key ? key : null;

    private static SortedDictionary<string, Tally> Running(UnitLedger ledger, PeriodKey period)
    {
        var rows = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var year in ledger.Sheet.Years.Where(year => year.Key == period.Year))
        {
            foreach (var (_, row, tally) in year.Value.All.Where(at => at.Period == period))
                rows.Add(row.Suffix, tally.Copy());
        }
        return rows;
    }
}
