using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;

namespace CCHC.Pipeline.Scoring;

/// <summary>From which to which period a unit has rows: from that of its first (counted) R to that of its latest as-of (design.md §3).</summary>
public readonly record struct RowBounds(DateOnly? FirstReceived, DateOnly? AsOf)
{
    /// <summary>Goes through all hot dossiers: ask once, not per row.</summary>
    public static RowBounds Of(UnitLedger ledger)
    {
        var first = DateOnly.MaxValue;
        foreach (var dossier in ledger.Hot.Values)
        {
            if (dossier.Received.Value < first && StatusAgainstDates.IsCounted(dossier))
                first = dossier.Received.Value;
        }
        foreach (var segment in ledger.Cold.Values)
            first = segment.FirstReceived < first ? segment.FirstReceived : first;
        return new(first == DateOnly.MaxValue ? null : first, ledger.AsOf);
    }

    public bool Contain(PeriodKey period, PeriodScheme scheme) =>
        FirstReceived is { } first && AsOf is { } last && period.To(scheme) >= first && period.From(scheme) <= last;
}
