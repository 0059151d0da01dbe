using CCHC.Pipeline.Ledger;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Uploads that table Exports tells of and the journal doesn't: where an entry, or the marker of one that was withdrawn,
/// is lost together with the ledger that names it, nothing else remembers it (design.md §4, law 2b).
/// </summary>
public sealed class LostEntries(ExportsTable table, JournalStore journal)
{
    /// <summary>
    /// Looks for a unit's: a row is written once its entry, or its marker, is there. Of what was withdrawn the entry
    /// itself isn't asked for: the file may never have come into the journal.
    /// </summary>
    /// <exception cref="DamagedJournalException">One is lost; health names it.</exception>
    public async Task CheckAsync(string unit, CancellationToken cancellation)
    {
        // The rows before the journal: what is taken in meanwhile has its journal first.
        var told = await table.TellsOfJournalAsync(unit, cancellation);
        if (told.Count == 0)
            return;
        var places = (await journal.PlacesAsync(unit, cancellation)).ToDictionary(place => place.Stamp);
        foreach (var (stamp, isWithdrawn) in told)
        {
            var isLost = places.TryGetValue(stamp, out var place) ? isWithdrawn && !place.IsWithdrawn : !isWithdrawn;
            if (isLost)
                throw await journal.LostAsync(new(unit, stamp, 1, isWithdrawn), cancellation);
        }
    }
}
