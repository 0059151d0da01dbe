using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Lost;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What a rebuilding did.</summary>
/// <param name="Units">Units that were derived.</param>
/// <param name="Removed">Rows and blobs that no journal speaks for.</param>
/// <param name="PutBack">Rows that were gone, as far as they could be put back.</param>
/// <param name="Troubles">Units that could not be, or lie where none is and could not be removed, by id; all others were.</param>
public sealed record RebuildResult(
    IReadOnlyList<string> Units,
    Strays Removed,
    IReadOnlyList<LostRow> PutBack,
    IReadOnlyList<UnitTrouble> Troubles
);

/// <summary>
/// Derives ledgers and figures again from the journal, which is the truth (design.md §4, law 2). Take-ins may run
/// beside it; broken off anywhere and begun again it ends right.
/// </summary>
public sealed partial class Rebuild(
    DeriveUnit derive,
    KpiScan scan,
    StrayData strays,
    LostRows lost,
    ILogger<Rebuild> log
)
{
    private const int Parallelism = 4;

    /// <summary>Replaces every unit's ledger and rows by what its journal says; each has its turn.</summary>
    public Task<RebuildResult> RebuildAsync(CancellationToken cancellation) =>
        RebuildAsync((_, work) => work(() => { }), cancellation);

    /// <summary>The same, showing how far it is: so many units, and a step for each.</summary>
    public Task<RebuildResult> RebuildAsync(Func<int, Func<Action, Task>, Task> show, CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.Rebuild, () => RebuildAllAsync(show, cancellation));

    private async Task<RebuildResult> RebuildAllAsync(
        Func<int, Func<Action, Task>, Task> show,
        CancellationToken cancellation
    )
    {
        var units = await strays.UnitsAsync(cancellation);
        // One look at the tables for all units: one for each would read every row as often as there are units.
        var rows = await scan.AllRowsAsync(derive.Scheme, cancellation);
        var stored = rows.Where(row => row.Key is not null)
            .ToLookup(row => row.Unit, row => row.Key!.Value, StringComparer.Ordinal);
        IReadOnlyList<(string Unit, Exception Failure)> failures = [];
        await show(
            units.Count,
            async step =>
                failures = await InTurn.TryEachAsync(
                    units,
                    Parallelism,
                    async (unit, token) =>
                    {
                        try
                        {
                            await RebuildAsync(unit, [.. stored[unit]], token);
                        }
                        finally
                        {
                            step();
                        }
                    },
                    cancellation
                )
        );
        var (removed, kept) = await strays.RemoveAsync(await strays.FindAsync(units, rows, cancellation), cancellation);
        if (removed.Places.Any())
            LogRemoved(removed.Rows.Count, removed.Blobs.Count);
        foreach (var (unit, failure) in failures)
            LogNotRebuilt(failure, unit);
        return new(
            [.. units.Except(failures.Select(failed => failed.Unit), StringComparer.Ordinal)],
            removed,
            await lost.PutBackAsync(cancellation),
            [
                .. failures
                    .Select(failed => UnitTrouble.Of(failed.Unit, failed.Failure))
                    .Concat(kept)
                    .OrderBy(trouble => trouble.Unit, StringComparer.Ordinal),
            ]
        );
    }

    private async Task RebuildAsync(string unit, IReadOnlyList<RowKey> stored, CancellationToken cancellation)
    {
        await Tracing.StepAsync(
            Spans.RebuildUnit,
            SpanTags.Unit,
            unit,
            () => derive.DeriveAsync(unit, stored, cancellation)
        );
        LogRebuilt(unit);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt unit {Unit} from its journal")]
    private partial void LogRebuilt(string unit);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Removed {Rows} rows and {Blobs} ledger blobs that no journal speaks for"
    )]
    private partial void LogRemoved(int rows, int blobs);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unit {Unit} could not be rebuilt; all others had their turn")]
    private partial void LogNotRebuilt(Exception why, string unit);
}
