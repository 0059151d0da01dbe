using Azure;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>A ledger as it stands with its archived dossiers.</summary>
/// <param name="Ledger">What it says.</param>
/// <param name="IsStored">False: nothing readable is stored, all of it was derived from the journal.</param>
/// <param name="Damage">Why what is stored can't be read; null where nothing is, or another version wrote it.</param>
public sealed record StandingLedger(UnitLedger Ledger, bool IsStored, Damage? Damage);

/// <summary>
/// Reads a unit's ledger for figures; one that is missing or damaged is derived from the journal in memory, noted, and
/// stored again by the next take-in (design.md §4, law 2b).
/// </summary>
public sealed class CurrentLedger(LedgerStore ledgers, JournalStore journal, DamageMarks damages)
{
    /// <summary>Head, hot dossiers and running counts, all of one moment.</summary>
    public async Task<UnitLedger> LoadAsync(string unit, CancellationToken cancellation)
    {
        var loaded = await ledgers.LoadAsync(unit, cancellation);
        return loaded.IsFresh ? await DeriveAsync(loaded, cancellation) : loaded.Ledger;
    }

    /// <summary>The same with every archived dossier among the hot ones: for spans that have no running counts.</summary>
    public async Task<UnitLedger> LoadWholeAsync(string unit, CancellationToken cancellation) =>
        (await StandingAsync(unit, cancellation)).Ledger;

    /// <summary>The same, and what lies damaged.</summary>
    public async Task<StandingLedger> StandingAsync(string unit, CancellationToken cancellation)
    {
        var contention = new Contention(LedgerStore.PlaceOf(unit));
        (Damage What, ETag? Of)? found = null;
        while (true)
        {
            var loaded = await ledgers.LoadAsync(unit, cancellation);
            if (found is { } damage && damage.Of == loaded.ETag)
                loaded = LoadedLedger.Unread(unit, ledgers.Scheme, loaded.ETag, damage.What);
            if (loaded.IsFresh)
                return new(await DeriveAsync(loaded, cancellation), IsStored: false, loaded.Damage);
            try
            {
                await WakeAllAsync(loaded.Ledger, cancellation);
                return new(loaded.Ledger, IsStored: true, null);
            }
            catch (DamagedLedgerException gone)
            {
                // A pass may have replaced the segment since; it is damaged only if the ledger that names it stands.
                found = (gone.Damage, loaded.ETag);
                await contention.PauseAsync(cancellation);
            }
        }
    }

    /// <summary>The unit's latest as-of date, in one small request where a ledger tells.</summary>
    public async Task<DateOnly?> AsOfAsync(string unit, CancellationToken cancellation) =>
        await ledgers.AsOfAsync(unit, cancellation) is (true, var asOf)
            ? asOf
            : (await LoadAsync(unit, cancellation)).AsOf;

    /// <summary>A ledger derived from nothing but its journal.</summary>
    public UnitLedger Derive(string unit, UnitJournal said) => LedgerUpdate.Derive(unit, ledgers.Scheme, said).Ledger;

    private async Task WakeAllAsync(UnitLedger ledger, CancellationToken cancellation)
    {
        foreach (var segment in ledger.Cold.Keys)
        {
            // What is hot again is as it was last said; its copy in the segment is not.
            foreach (var dossier in await ledgers.Cold.ReadAsync(ledger, segment, cancellation))
                ledger.Hot.TryAdd(dossier.Code, dossier);
        }
    }

    private async Task<UnitLedger> DeriveAsync(LoadedLedger loaded, CancellationToken cancellation)
    {
        var unit = loaded.Ledger.Unit;
        if (loaded.Damage is { } damage)
            await NoteAsync(unit, damage, loaded.ETag, cancellation);
        return Derive(unit, await journal.ReadAllAsync(unit, cancellation));
    }

    private async Task NoteAsync(string unit, Damage damage, ETag? read, CancellationToken cancellation)
    {
        await damages.SetAsync(damage, cancellation);
        // Healed while it was noted: the healer cleared a mark that wasn't there yet.
        if (await ledgers.ETagAsync(unit, cancellation) != read)
            await damages.ClearAsync(damage.Place, cancellation);
    }
}
