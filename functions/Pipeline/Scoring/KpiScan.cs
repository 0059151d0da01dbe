using System.Globalization;
using Azure.Data.Tables;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>
/// Finds every row that the KPI tables hold of a unit, where it should be or not. The one reader that names no
/// partition: a stray row could lie in any; rebuilding and verifying are rare.
/// </summary>
public sealed class KpiScan(Store store)
{
    public async Task<IReadOnlyList<TableEntity>> SpansAsync(string unit, CancellationToken cancellation) =>
        await ListAsync(
            StoredNames.KpiTable,
            // The column's name is no value to be quoted: it is spelt as KpiEntity.Unit.
            TableClient.CreateQueryFilter($"Unit eq {unit}"),
            cancellation
        );

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
        var rows = new List<RowKey>();
        foreach (var entity in await SpansAsync(unit, cancellation))
        {
            if (KeyOf(entity.PartitionKey, scheme) is { } period)
                rows.Add(new RowKey(period, entity.RowKey[unit.Length..]));
        }
        foreach (var entity in await DaysAsync(unit, cancellation))
        {
            var day = DateOnly.ParseExact(entity.RowKey, "yyyyMMdd", CultureInfo.InvariantCulture);
            rows.Add(new RowKey(new PeriodKey(PeriodKind.Day, day.DayNumber), ""));
        }
        return rows;
    }

    private static PeriodKey? KeyOf(string partition, PeriodScheme scheme)
    {
        var prefix = Keys.KpiPartition(scheme, "");
        return
            partition.StartsWith(prefix, StringComparison.Ordinal)
            && Period.TryParse(partition[prefix.Length..], scheme, out var period)
            ? period.Key
            : null;
    }

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
