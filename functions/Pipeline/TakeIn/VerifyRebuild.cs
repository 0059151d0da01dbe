using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Derives everything again and compares, changing nothing: law 2 (design.md §4), asked of the real store.</summary>
public sealed class VerifyRebuild(JournalStore journal, CurrentLedger current, KpiScan scan)
{
    /// <summary>One line per difference; none when all is as the journal says.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation)
    {
        var differences = new List<string>();
        foreach (var unit in await journal.UnitsAsync(null, cancellation))
        {
            var derived = current.Derive(unit, await journal.ReadAllAsync(unit, cancellation));
            var stored = await current.LoadWholeAsync(unit, cancellation);
            differences.AddRange(LedgerDifferences.Between(derived, stored));
            differences.AddRange(await RowDifferencesAsync(derived, cancellation));
        }
        return differences;
    }

    private async Task<IEnumerable<string>> RowDifferencesAsync(UnitLedger derived, CancellationToken cancellation)
    {
        var bounds = RowBounds.Of(derived);
        var should = derived
            .Sheet.All.Select(row => PublishedRow.Of(derived, bounds, new RowKey(row.Period, row.Row.Suffix)))
            .Where(row => row.Entity is not null)
            .ToDictionary(row => (row.Table, row.Partition, row.Row), row => row.Entity!);
        var found = new List<string>();
        foreach (var (table, entity) in await StoredAsync(derived.Unit, cancellation))
        {
            var key = (table, entity.PartitionKey, entity.RowKey);
            if (!should.Remove(key, out var expected))
                found.Add($"{table}/{entity.PartitionKey}/{entity.RowKey}: không được có dòng này");
            else if (Difference(expected, entity) is { } column)
                found.Add(
                    $"{table}/{entity.PartitionKey}/{entity.RowKey}: {column} là {entity[column] ?? "trống"}, đúng ra là {expected[column] ?? "trống"}"
                );
        }
        return found.Concat(should.Keys.Select(key => $"{key.Table}/{key.Partition}/{key.Row}: thiếu dòng này"));
    }

    private async Task<IEnumerable<(string Table, TableEntity Entity)>> StoredAsync(
        string unit,
        CancellationToken cancellation
    )
    {
        var spans = await scan.SpansAsync(unit, cancellation);
        var days = await scan.DaysAsync(unit, cancellation);
        return spans.Select(e => (StoredNames.KpiTable, e)).Concat(days.Select(e => (StoredNames.KpiDailyTable, e)));
    }

    private static string? Difference(TableEntity expected, TableEntity stored) =>
        expected
            .Keys.Union(stored.Keys)
            .Where(column => column is not ("Timestamp" or "odata.etag"))
            .FirstOrDefault(column => !Equals(expected[column], stored[column]));
}
