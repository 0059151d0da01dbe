using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.Scoring;

/// <summary>Reads a unit's ledger for figures; one that is missing or unreadable is derived from the journal.</summary>
public sealed class CurrentLedger(LedgerStore ledgers, JournalStore journal)
{
    /// <summary>Head, hot dossiers and running counts, all of one moment.</summary>
    public async Task<UnitLedger> LoadAsync(string unit, CancellationToken cancellation)
    {
        var loaded = await ledgers.LoadAsync(unit, cancellation);
        return loaded.IsFresh ? Derive(unit, await journal.ReadAllAsync(unit, cancellation)) : loaded.Ledger;
    }

    /// <summary>The same with every archived dossier among the hot ones: for spans that have no running counts.</summary>
    public async Task<UnitLedger> LoadWholeAsync(string unit, CancellationToken cancellation)
    {
        var ledger = await LoadAsync(unit, cancellation);
        foreach (var segment in ledger.Cold.Keys)
        {
            foreach (var dossier in await ledgers.ReadColdAsync(ledger, segment, cancellation))
                ledger.Hot.TryAdd(dossier.Code, dossier);
        }
        return ledger;
    }

    /// <summary>The unit's latest as-of date, in one small request.</summary>
    public Task<DateOnly?> AsOfAsync(string unit, CancellationToken cancellation) =>
        ledgers.AsOfAsync(unit, cancellation);

    /// <summary>A ledger derived from nothing but its journal.</summary>
    public UnitLedger Derive(string unit, UnitJournal said) => LedgerUpdate.Derive(unit, ledgers.Scheme, said).Ledger;
}
