using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>A row of table Kpi or KpiDaily.</summary>
/// <param name="Table">Which of them.</param>
/// <param name="Partition">Its partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Unit">The unit that the keys speak of, whether there is such a unit or not.</param>
/// <param name="Key">Null where no ledger of the scheme could have published it.</param>
public sealed record ScannedRow(string Table, string Partition, string Row, string Unit, RowKey? Key)
{
    public string Place => $"{Table}/{Partition}/{Row}";
}

/// <summary>
/// Finds every row that the KPI tables hold of a unit, where it should be or not. The one reader that goes through
/// whole tables, for their keys: a stray row could lie in any partition; rebuilding and verifying are rare.
/// </summary>
public sealed class KpiScan(Store store)
{
    private const int YearLength = 5;
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    /// <summary>The partitions that table Kpi has now.</summary>
    public async Task<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        var partitions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in AllAsync(StoredNames.KpiTable, cancellation))
            partitions.Add(row.PartitionKey);
        return [.. partitions];
    }

    /// <summary>A unit's rows of periods.</summary>
    /// <param name="unit">Unit id.</param>
    /// <param name="partitions">Where to look, from <see cref="PartitionsAsync"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<TableEntity>> SpansAsync(
        string unit,
        IReadOnlyList<string> partitions,
        CancellationToken cancellation
    )
    {
        var rows = new List<TableEntity>();
        var (from, to) = Keys.KpiRowsOf(unit);
        foreach (var partition in partitions)
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"
            );
            // Another holder of the same code has rows between them.
            rows.AddRange(
                (await ListAsync(StoredNames.KpiTable, filter, cancellation)).Where(row =>
                    Keys.UnitOf(row.RowKey) == unit
                )
            );
        }
        return rows;
    }

    public async Task<IReadOnlyList<TableEntity>> DaysAsync(string unit, CancellationToken cancellation)
    {
        var (from, to) = (Keys.KpiDailyPartition(unit, 0), Keys.KpiDailyPartition(unit, 9999));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey le {to}");
        var rows = await ListAsync(StoredNames.KpiDailyTable, filter, cancellation);
        return [.. rows.Where(row => row.PartitionKey.Length == from.Length)];
    }

    /// <summary>The rows of the scheme that the tables hold of a unit.</summary>
    public async Task<IReadOnlyList<RowKey>> RowsOfAsync(
        string unit,
        PeriodScheme scheme,
        CancellationToken cancellation
    )
    {
        var spans = await SpansAsync(unit, await PartitionsAsync(cancellation), cancellation);
        var days = await DaysAsync(unit, cancellation);
        return
        [
            .. spans.Select(row => Span(row, unit, scheme)).OfType<RowKey>(),
            .. days.Select(row => Day(row, unit)).OfType<RowKey>(),
        ];
    }

    /// <summary>Every row of both tables.</summary>
    public async Task<IReadOnlyList<ScannedRow>> AllRowsAsync(PeriodScheme scheme, CancellationToken cancellation)
    {
        var rows = new List<ScannedRow>();
        await foreach (var row in AllAsync(StoredNames.KpiTable, cancellation))
        {
            var unit = Keys.UnitOf(row.RowKey);
            rows.Add(new(StoredNames.KpiTable, row.PartitionKey, row.RowKey, unit, Span(row, unit, scheme)));
        }
        await foreach (var row in AllAsync(StoredNames.KpiDailyTable, cancellation))
        {
            var unit = row.PartitionKey.Length > YearLength ? row.PartitionKey[..^YearLength] : row.PartitionKey;
            rows.Add(new(StoredNames.KpiDailyTable, row.PartitionKey, row.RowKey, unit, Day(row, unit)));
        }
        return rows;
    }

    /// <summary>A row as it stands now; null when it is gone.</summary>
    public async Task<TableEntity?> FindAsync(ScannedRow row, CancellationToken cancellation)
    {
        var found = await store
            .Table(row.Table)
            .GetEntityIfExistsAsync<TableEntity>(row.Partition, row.Row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static RowKey? Span(TableEntity row, string unit, PeriodScheme scheme)
    {
        var prefix = Keys.KpiPartition(scheme, "");
        return
            row.PartitionKey.StartsWith(prefix, StringComparison.Ordinal)
            && Period.TryParse(row.PartitionKey[prefix.Length..], scheme, out var period)
            && period.Key is { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year } key
            && Keys.KpiPartition(scheme, key.Name) == row.PartitionKey
            ? new RowKey(key, row.RowKey[unit.Length..])
            : null;
    }

    private static RowKey? Day(TableEntity row, string unit) =>
        DateOnly.TryParseExact(row.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && Keys.KpiDailyPartition(unit, day.Year) == row.PartitionKey
            ? new RowKey(new PeriodKey(PeriodKind.Day, day.DayNumber), "")
            : null;

    private Azure.AsyncPageable<TableEntity> AllAsync(string table, CancellationToken cancellation) =>
        store.Table(table).QueryAsync<TableEntity>(select: KeysOnly, cancellationToken: cancellation);

    private async Task<IReadOnlyList<TableEntity>> ListAsync(
        string table,
        string filter,
        CancellationToken cancellation
    )
    {
        var rows = new List<TableEntity>();
        await foreach (
            var entity in store.Table(table).QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
            rows.Add(entity);
        return rows;
    }
}
