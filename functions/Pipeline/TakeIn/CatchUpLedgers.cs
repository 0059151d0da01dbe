using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Derives units whose ledger lacks something the journal holds. A take-in that died between the two is taken up by its
/// missing receipt; where another file has replaced its upload since, nothing else remembers it (design.md §4, law 2).
/// </summary>
public sealed partial class CatchUpLedgers(JournalStore journal, DeriveUnit derive, ILogger<CatchUpLedgers> log)
{
    /// <summary>Looks at every unit; returns what failed.</summary>
    public async Task<IReadOnlyList<Exception>> CatchUpAsync(CancellationToken cancellation) =>
        await InTurn.TryEachAsync(
            await journal.UnitsAsync(code: null, cancellation),
            async unit =>
            {
                if (await derive.IsCurrentAsync(unit, cancellation))
                    return;
                LogBehind(unit);
                await derive.DeriveAsync(unit, cancellation);
            }
        );

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The ledger of {Unit} lacked what its journal holds; it is derived"
    )]
    private partial void LogBehind(string unit);
}
