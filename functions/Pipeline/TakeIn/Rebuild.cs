using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derives ledgers and figures again from the journal, which is the truth (design.md §4, law 2).</summary>
public sealed partial class Rebuild(JournalStore journal, DeriveUnit derive, KpiScan scan, ILogger<Rebuild> log)
{
    private const int Parallelism = 4;

    /// <summary>Replaces every unit's ledger and rows by what its journal says; returns the units.</summary>
    public Task<IReadOnlyList<string>> RebuildAsync(CancellationToken cancellation) =>
        RebuildAsync((_, work) => work(() => { }), cancellation);

    /// <summary>The same, showing how far it is: so many units, and a step for each.</summary>
    public Task<IReadOnlyList<string>> RebuildAsync(
        Func<int, Func<Action, Task>, Task> show,
        CancellationToken cancellation
    ) => Tracing.StepAsync(Spans.Rebuild, () => RebuildAllAsync(show, cancellation));

    private async Task<IReadOnlyList<string>> RebuildAllAsync(
        Func<int, Func<Action, Task>, Task> show,
        CancellationToken cancellation
    )
    {
        var units = await journal.UnitsAsync(code: null, cancellation);
        // One look at the tables for all units: one for each would read every row as often as there are units.
        var stored = await scan.RowsByUnitAsync(derive.Scheme, cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await show(
            units.Count,
            step =>
                Parallel.ForEachAsync(
                    units,
                    options,
                    async (unit, token) =>
                    {
                        await Tracing.StepAsync(
                            Spans.RebuildUnit,
                            SpanTags.Unit,
                            unit,
                            () => derive.DeriveAsync(unit, [.. stored[unit]], token)
                        );
                        LogRebuilt(unit);
                        step();
                    }
                )
        );
        return units;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt unit {Unit} from its journal")]
    private partial void LogRebuilt(string unit);
}
