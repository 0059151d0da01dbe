using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derives ledgers and figures again from the journal, which is the truth (design.md §4, law 2).</summary>
public sealed partial class Rebuild(JournalStore journal, DeriveUnit derive, ILogger<Rebuild> log)
{
    /// <summary>Replaces every unit's ledger and rows by what its journal says; returns the units.</summary>
    public Task<IReadOnlyList<string>> RebuildAsync(CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.Rebuild, () => RebuildAllAsync(cancellation));

    private async Task<IReadOnlyList<string>> RebuildAllAsync(CancellationToken cancellation)
    {
        var units = await journal.UnitsAsync(code: null, cancellation);
        foreach (var unit in units)
        {
            await Tracing.StepAsync(
                Spans.RebuildUnit,
                SpanTags.Unit,
                unit,
                () => derive.DeriveAsync(unit, looksForStrays: true, cancellation)
            );
            LogRebuilt(unit);
        }
        return units;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt unit {Unit} from its journal")]
    private partial void LogRebuilt(string unit);
}
