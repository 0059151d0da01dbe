using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What a rebuilding did.</summary>
/// <param name="Units">Units that were derived.</param>
/// <param name="Troubles">Units that could not be, by id; all others were.</param>
public sealed record RebuildResult(IReadOnlyList<string> Units, IReadOnlyList<UnitTrouble> Troubles);

/// <summary>
/// Derives ledgers and figures again from the journal, which is the truth (design.md §4, law 2). Take-ins may run
/// beside it; broken off anywhere and begun again it ends right.
/// </summary>
public sealed partial class Rebuild(JournalStore journal, DeriveUnit derive, KpiScan scan, ILogger<Rebuild> log)
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
        var units = await journal.UnitsAsync(code: null, cancellation);
        // One look at the tables for all units: one for each would read every row as often as there are units.
        var stored = await scan.RowsByUnitAsync(derive.Scheme, cancellation);
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
        foreach (var (unit, failure) in failures)
            LogNotRebuilt(failure, unit);
        return new(
            [.. units.Except(failures.Select(failed => failed.Unit), StringComparer.Ordinal)],
            [
                .. failures
                    .Select(failed => UnitTrouble.Of(failed.Unit, failed.Failure))
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Unit {Unit} could not be rebuilt; all others had their turn")]
    private partial void LogNotRebuilt(Exception why, string unit);
}
