using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Derives units whose ledger lacks something the journal holds. A take-in that died between the two is taken up by its
/// missing receipt; where another file has replaced its upload since, nothing else remembers it (design.md §4, law 2).
/// So it does where somebody met a damaged segment, which no take-in of newer dossiers touches (law 2b). Segments that
/// passes left which were overtaken, or died, go: a unit that archives seldom would keep them for years.
/// </summary>
public sealed partial class CatchUpLedgers(
    JournalStore journal,
    LedgerStore ledgers,
    DeriveUnit derive,
    DamageMarks damages,
    ILogger<CatchUpLedgers> log
)
{
    /// <summary>Looks at every unit; returns what failed.</summary>
    public async Task<IReadOnlyList<Exception>> CatchUpAsync(CancellationToken cancellation)
    {
        var damaged = await damages.ListAsync(cancellation);
        var blobs = (await ledgers.Cold.ListAllAsync("", cancellation)).ToLookup(UnitOf);
        return await InTurn.TryEachAsync(
            await journal.UnitsAsync(code: null, cancellation),
            async unit =>
            {
                var isDamaged = damaged.Any(damage => LedgerStore.IsOf(unit, damage));
                if (isDamaged || !await derive.IsCurrentAsync(unit, cancellation))
                {
                    LogBehind(unit);
                    await derive.DeriveAsync(unit, cancellation);
                }
                await RemoveAbandonedAsync(unit, [.. blobs[unit].Where(IsOld)], cancellation);
            }
        );
    }

    /// <summary>Each as it was listed before the ledger was read: one that a pass wrote again since stays.</summary>
    private async Task RemoveAbandonedAsync(
        string unit,
        IReadOnlyList<ListedSegment> old,
        CancellationToken cancellation
    )
    {
        if (old.Count == 0 || await ledgers.LoadAsync(unit, cancellation) is not { IsFresh: false } standing)
            return;
        foreach (var segment in ColdStore.Abandoned(old, standing.Ledger))
            await ledgers.Cold.RemoveAsync(segment, cancellation);
    }

    private static bool IsOld(ListedSegment blob) =>
        blob.Age >= ColdStore.LongestPass && blob.Name != Paths.HotLedger(UnitOf(blob));

    private static string UnitOf(ListedSegment blob) => blob.Name.Split('/')[0];

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The ledger of {Unit} lacked what its journal holds, or lay damaged; it is derived"
    )]
    private partial void LogBehind(string unit);
}
