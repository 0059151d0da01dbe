using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Names what the journal has lost, or holds damaged, before anybody derives from it, and cold segments that are gone:
/// each ledger's uploads must have their entries, by name alone; the entries themselves are read in turns, every unit's within a week of nights.
/// </summary>
public sealed class LookAtJournal(
    StrayData strays,
    LostEntries lost,
    JournalStore journal,
    LedgerStore ledgers,
    DamageMarks marks,
    TimeProvider time
)
{
    private const int UnitsAtOnce = 4;

    /// <summary>Four a night, one in each quarter of its first hour. 96 quarters a day: seven nights come to all.</summary>
    internal const int Turns = 28;

    /// <summary>Whose turn it is now.</summary>
    internal static int Turn(TimeProvider time) =>
        (int)(time.GetUtcNow().Ticks / TimeSpan.FromMinutes(15).Ticks % Turns);

    /// <summary>Whoever finds damage notes it; it isn't thrown.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var turn = Turn(time);
        // The segments before the ledgers: what a pass writes meanwhile is looked for by its name.
        var lying = (await ledgers.Cold.ListAllAsync("", cancellation))
            .Select(segment => segment.Name)
            .ToHashSet(StringComparer.Ordinal);
        var units = (await strays.UnitsAsync(cancellation)).Index();
        var failures = await InTurn.TryEachAsync(
            units,
            UnitsAtOnce,
            (unit, token) => LookAsync(unit.Item, isItsTurn: unit.Index % Turns == turn, lying, token),
            cancellation
        );
        InTurn.Throw([.. failures.Select(failed => failed.Failure).Where(failure => failure is not DamagedException)]);
    }

    private async Task LookAsync(string unit, bool isItsTurn, HashSet<string> lying, CancellationToken cancellation)
    {
        // The ledger before the journal: what is taken in meanwhile has its journal first.
        var stored = await ledgers.LoadAsync(unit, cancellation);
        await LookAtSegmentsAsync(stored, isItsTurn, lying, cancellation);
        await journal.CheckNothingLostAsync(stored.Ledger, await journal.PlacesAsync(unit, cancellation), cancellation);
        // A ledger that is gone, or was derived since something was lost, doesn't name it any more.
        if (isItsTurn || stored.IsFresh)
            await lost.CheckAsync(unit, cancellation);
        if (!isItsTurn)
            return;
        var said = await journal.ReadAllAsync(unit, cancellation);
        await journal.CheckMarkersAsync(unit, said.Withdrawn, cancellation);
    }

    /// <summary>Segments that are gone, and in their turn those that are damaged: the night's sweep derives their units.</summary>
    private async Task LookAtSegmentsAsync(
        LoadedLedger stored,
        bool isItsTurn,
        HashSet<string> lying,
        CancellationToken cancellation
    )
    {
        var ledger = stored.Ledger;
        foreach (var (segment, named) in ledger.Cold)
        {
            if (!isItsTurn && lying.Contains(Paths.ColdLedger(ledger.Unit, segment, named.Sha16)))
                continue;
            try
            {
                await ledgers.Cold.ReadAsync(ledger, segment, cancellation);
            }
            catch (DamagedLedgerException damaged)
            {
                // A pass may have written another since, and removed this one.
                if (await ledgers.ETagAsync(ledger.Unit, cancellation) == stored.ETag)
                    await marks.SetAsync(damaged.Damage, cancellation);
            }
        }
    }
}
