using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Derives units whose ledger lacks something the journal holds. A take-in that died between the two is taken up by its
/// missing receipt; where another file has replaced its upload since, nothing else remembers it (design.md §4, law 2).
/// So it does where somebody met a damaged segment, which no take-in of newer dossiers touches (law 2b).
/// </summary>
public sealed partial class CatchUpLedgers(
    JournalStore journal,
    DeriveUnit derive,
    DamageMarks damages,
    ILogger<CatchUpLedgers> log
)
{
    /// <summary>Looks at every unit; returns what failed.</summary>
    public async Task<IReadOnlyList<Exception>> CatchUpAsync(CancellationToken cancellation)
    {
        var damaged = await damages.ListAsync(cancellation);
        return await InTurn.TryEachAsync(
            await journal.UnitsAsync(code: null, cancellation),
            async unit =>
            {
                var isDamaged = damaged.Any(damage => LedgerStore.IsOf(unit, damage));
                if (!isDamaged && await derive.IsCurrentAsync(unit, cancellation))
                    return;
                LogBehind(unit);
                await derive.DeriveAsync(unit, cancellation);
            }
        );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The ledger of {Unit} lacked what its journal holds, or lay damaged; it is derived"
    )]
    private partial void LogBehind(string unit);
}
