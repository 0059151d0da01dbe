using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derives ledgers and figures again from the journal, which is the truth (design.md §4, law 2).</summary>
public sealed partial class Rebuild(
    JournalStore journal,
    LedgerStore ledgers,
    CurrentLedger current,
    KpiTables tables,
    KpiScan scan,
    TimeProvider time,
    ILogger<Rebuild> log
)
{
    /// <summary>Replaces every unit's ledger and rows by what its journal says; returns the units.</summary>
    public async Task<IReadOnlyList<string>> RebuildAsync(CancellationToken cancellation)
    {
        var units = await journal.UnitsAsync(cancellation);
        foreach (var unit in units)
        {
            await RebuildAsync(unit, cancellation);
            LogRebuilt(unit);
        }
        return units;
    }

    private async Task RebuildAsync(string unit, CancellationToken cancellation)
    {
        while (true)
        {
            var loaded = await ledgers.LoadAsync(unit, cancellation);
            var derived = current.Derive(unit, await journal.ReadAllAsync(unit, cancellation));
            derived.Generation = Math.Max(loaded.Ledger.Generation + 1, LedgerStore.NewGeneration(time.GetUtcNow()));
            var should = derived.Sheet.All.Select(row => new RowKey(row.Period, row.Row.Suffix));
            var stray = await scan.RowsOfAsync(unit, derived.Scheme, cancellation);
            var rows = should.Concat(stray).Distinct().ToList();
            await Archiving.ArchiveAsync(derived, ledgers, cancellation);
            var pass = new Pass($"rebuild-{derived.Generation}", time.GetUtcNow().UtcTicks, [], rows);
            derived.Unpublished.Add(pass);
            if (await ledgers.SaveAsync(derived, loaded.ETag, cancellation) is not { } etag)
                continue;
            await tables.PublishAsync(derived, rows, cancellation);
            if (!await ledgers.MarkPublishedAsync(derived, etag, [pass], cancellation))
                continue;
            await ledgers.DeleteOtherGenerationsAsync(derived, cancellation);
            return;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt unit {Unit} from its journal")]
    private partial void LogRebuilt(string unit);
}
