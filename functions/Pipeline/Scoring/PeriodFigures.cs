using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>A unit's figures of a period that has running counts.</summary>
public static class PeriodFigures
{
    public static Tally Of(UnitLedger ledger, PeriodKey period) =>
        RowBounds.Of(ledger).Contain(period, ledger.Scheme)
            ? ledger.Sheet.Find(period, ledger.Names.Unit)?.Copy() ?? new()
            : new();

    /// <summary>The same of the unit, its fields and its procedures: tallies that are not empty, by row suffix.</summary>
    public static SortedDictionary<string, Tally> RowsOf(UnitLedger ledger, PeriodKey period)
    {
        var rows = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        if (!RowBounds.Of(ledger).Contain(period, ledger.Scheme))
            return rows;
        foreach (var year in ledger.Sheet.Years.Where(year => year.Key == period.Year))
        {
            foreach (var (_, row, tally) in year.Value.All.Where(at => at.Period == period && !at.Tally.IsEmpty))
                rows.Add(row.Suffix, tally.Copy());
        }
        return rows;
    }
}
