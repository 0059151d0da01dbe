using System.Collections.Concurrent;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Lost;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derives everything again and compares, changing nothing: law 2 (design.md §4), asked of the real store.</summary>
public sealed class VerifyRebuild(
    JournalStore journal,
    CurrentLedger current,
    LedgerStore ledgers,
    KpiScan scan,
    StrayData strays,
    LostEntries entries,
    LostRows lost,
    LostLetters letters,
    LookAtDocuments documents,
    DamageMarks damages
)
{
    private const int Parallelism = 4;

    /// <summary>One line per difference or damage; none when all is as the journal says. Each unit has its turn.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation) =>
        VerifyAsync((_, work) => work(() => { }), cancellation);

    /// <summary>The same, showing how far it is: so many units, and a step for each.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(
        Func<int, Func<Action, Task>, Task> show,
        CancellationToken cancellation
    )
    {
        var units = await strays.UnitsAsync(cancellation);
        var rows = await scan.AllRowsAsync(ledgers.Scheme, cancellation);
        IReadOnlyList<string> partitions =
        [
            .. rows.Where(row => row.Table == StoredNames.KpiTable).Select(row => row.Partition).Distinct(),
        ];
        var differences = new ConcurrentDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        await show(
            units.Count,
            async step =>
            {
                var failures = await InTurn.TryEachAsync(
                    units,
                    Parallelism,
                    async (unit, token) =>
                    {
                        try
                        {
                            differences[unit] = await VerifyAsync(unit, partitions, token);
                        }
                        finally
                        {
                            step();
                        }
                    },
                    cancellation
                );
                foreach (var (unit, failure) in failures)
                    differences[unit] = [UnitTrouble.Of(unit, failure).ToString()];
            }
        );
        var stray = await strays.FindAsync(units, rows, cancellation);
        return
        [
            .. units
                .SelectMany(unit => differences[unit])
                .Concat(stray.Places.Select(Stray))
                .Concat(await KeptAsync(cancellation))
                .Distinct(),
        ];
    }

    /// <summary>What no journal tells: rows, records of letters and documents that are gone or damaged.</summary>
    private async Task<IEnumerable<string>> KeptAsync(CancellationToken cancellation) =>
        (await lost.FindAsync(cancellation))
            .Select(row => row.Damage)
            .Concat(await letters.FindAsync(cancellation))
            .Concat(await documents.FindAsync(cancellation))
            .Select(damage => $"{damage.Place}: {damage.Words}");

    private async Task<IReadOnlyList<string>> VerifyAsync(
        string unit,
        IReadOnlyList<string> partitions,
        CancellationToken cancellation
    )
    {
        var said = await journal.ReadAllAsync(unit, cancellation);
        await journal.CheckMarkersAsync(unit, said.Withdrawn, cancellation);
        await entries.CheckAsync(unit, cancellation);
        var derived = current.Derive(unit, said);
        var standing = await current.StandingAsync(unit, cancellation);
        await journal.CheckNothingLostAsync(standing.Ledger, said.PlacesOf(unit), cancellation);
        await damages.ClearUnitAsync(unit, standing.IsStored, cancellation);
        return
        [
            .. Unread(unit, standing),
            .. LedgerDifferences.Between(derived, standing.Ledger),
            .. await RowDifferencesAsync(derived, partitions, cancellation),
            .. ColdStore
                .Abandoned(await ledgers.Cold.ListAsync(unit, cancellation), standing.Ledger)
                .Select(blob => Stray($"{StoredNames.Ledger}/{blob.Name}")),
        ];
    }

    /// <summary>What readers derive in memory is as the journal says; what is stored isn't.</summary>
    private static IEnumerable<string> Unread(string unit, StandingLedger standing)
    {
        if (standing.Damage is { } damage)
            yield return new UnitTrouble(unit, $"{damage.Place}: {damage.Words}").ToString();
        else if (!standing.IsStored)
            yield return new UnitTrouble(unit, "thiếu sổ cái, hoặc sổ cái do phiên bản khác ghi").ToString();
    }

    private static string Stray(string place) => $"{place}: nhật ký không nói đến, không được có";

    private async Task<IEnumerable<string>> RowDifferencesAsync(
        UnitLedger derived,
        IReadOnlyList<string> partitions,
        CancellationToken cancellation
    )
    {
        var bounds = RowBounds.Of(derived);
        var should = derived
            .Sheet.All.Select(row => PublishedRow.Of(derived, bounds, new RowKey(row.Period, row.Row.Suffix)))
            .Where(row => row.Entity is not null)
            .ToDictionary(row => (row.Table, row.Partition, row.Row), row => row.Entity!);
        var found = new List<string>();
        foreach (var (table, entity) in await StoredAsync(derived.Unit, partitions, cancellation))
        {
            var key = (table, entity.PartitionKey, entity.RowKey);
            if (!should.Remove(key, out var expected))
                found.Add(Stray($"{table}/{entity.PartitionKey}/{entity.RowKey}"));
            else if (Difference(expected, entity) is { } column)
                found.Add(
                    $"{table}/{entity.PartitionKey}/{entity.RowKey}: {column} là {entity[column] ?? "trống"}, đúng ra là {expected[column] ?? "trống"}"
                );
        }
        return found.Concat(should.Keys.Select(key => $"{key.Table}/{key.Partition}/{key.Row}: thiếu dòng này"));
    }

    private async Task<IEnumerable<(string Table, TableEntity Entity)>> StoredAsync(
        string unit,
        IReadOnlyList<string> partitions,
        CancellationToken cancellation
    )
    {
        var spans = await scan.SpansAsync(unit, partitions, cancellation);
        var days = await scan.DaysAsync(unit, cancellation);
        return spans.Select(e => (StoredNames.KpiTable, e)).Concat(days.Select(e => (StoredNames.KpiDailyTable, e)));
    }

    private static string? Difference(TableEntity expected, TableEntity stored) =>
        expected
            .Keys.Union(stored.Keys)
            .Where(column => column is not ("Timestamp" or "odata.etag"))
            .FirstOrDefault(column => !Equals(expected[column], stored[column]));
}
