using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>From which to which period a unit has rows: from that of its first R to that of its latest as-of (design.md §3).</summary>
public readonly record struct RowBounds(DateOnly? FirstReceived, DateOnly? AsOf)
{
    public static RowBounds Of(UnitLedger ledger) => new(ledger.FirstReceived, ledger.AsOf);

    public bool Contain(PeriodKey period, PeriodScheme scheme) =>
        FirstReceived is { } first && AsOf is { } last && period.To(scheme) >= first && period.From(scheme) <= last;
}
