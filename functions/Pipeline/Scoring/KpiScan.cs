using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

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
        return [.. spans.Select(row => Span(row, unit, scheme)).OfType<RowKey>(), .. days.Select(Day).OfType<RowKey>()];
    }

    /// <summary>The same of all units at once.</summary>
    public async Task<ILookup<string, RowKey>> RowsByUnitAsync(PeriodScheme scheme, CancellationToken cancellation)
    {
        var rows = new List<(string Unit, RowKey Key)>();
        await foreach (var row in AllAsync(StoredNames.KpiTable, cancellation))
        {
            var unit = Keys.UnitOf(row.RowKey);
            if (Span(row, unit, scheme) is { } key)
                rows.Add((unit, key));
        }
        await foreach (var row in AllAsync(StoredNames.KpiDailyTable, cancellation))
        {
            if (row.PartitionKey.Length > YearLength && Day(row) is { } key)
                rows.Add((row.PartitionKey[..^YearLength], key));
        }
        return rows.ToLookup(row => row.Unit, row => row.Key, StringComparer.Ordinal);
    }

    private static RowKey? Span(TableEntity row, string unit, PeriodScheme scheme)
    {
        var prefix = Keys.KpiPartition(scheme, "");
        return
            row.PartitionKey.StartsWith(prefix, StringComparison.Ordinal)
            && Period.TryParse(row.PartitionKey[prefix.Length..], scheme, out var period)
            && period.Key is { } key
            ? new RowKey(key, row.RowKey[unit.Length..])
            : null;
    }

    /// <summary>Null for a row that no unit's figures can be.</summary>
    private static RowKey? Day(TableEntity row) =>
        DateOnly.TryParseExact(row.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(new PeriodKey(PeriodKind.Day, day.DayNumber), "")
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
