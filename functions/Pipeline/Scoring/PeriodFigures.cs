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
}
