using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Adds to the journal what an upload says when it is read again.</summary>
internal sealed class NextReadings(JournalStore journal)
{
    /// <summary>Adds the reading to the journal unless its present one says the same; true when it was added.</summary>
    public async Task<bool> SayAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var contention = new Contention($"{StoredNames.Journal}/{entry.Unit}");
        while (true)
        {
            var place = await journal.FindAsync(entry.Unit, entry.Stamp, cancellation);
            if (place is { IsWithdrawn: true })
                return false;
            if (place is { Reading: > 0 } && await SaysAsync(place, entry, cancellation))
                return false;
            if (await journal.TryAddAsync(entry with { Reading = 1 + (place?.Reading ?? 0) }, cancellation))
                return true;
            await contention.PauseAsync(cancellation);
        }
    }

    /// <summary>A reading that can't be read any more says nothing: the next one takes its place.</summary>
    private async Task<bool> SaysAsync(JournalPlace place, JournalEntry entry, CancellationToken cancellation)
    {
        try
        {
            return JournalCodec.SayTheSame(await journal.ReadAsync(place.Path, cancellation), entry);
        }
        catch (DamagedJournalException)
        {
            return false;
        }
    }

    /// <summary>The new reading has nothing to say at this place.</summary>
    public async Task<bool> EmptyAsync(JournalPlace place, CancellationToken cancellation)
    {
        var present = await journal.ReadAsync(place.Path, cancellation);
        return !present.IsEmpty && await SayAsync(present.Emptied(), cancellation);
    }
}
