using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Scoring;

/// <summary>Publishes a ledger's figures: rows are replaced or removed, never incremented (design.md §4, law 2).</summary>
public sealed class KpiTables(Store store)
{
    /// <summary>A transaction takes at most so many rows, all of one partition.</summary>
    private const int RowsPerTransaction = 100;
    private const int Parallelism = 8;
    private static readonly string[] KeysOnly = ["RowKey"];

    public async Task PublishAsync(UnitLedger ledger, IEnumerable<RowKey> rows, CancellationToken cancellation)
    {
        var bounds = RowBounds.Of(ledger);
        var partitions = rows.Select(row => PublishedRow.Of(ledger, bounds, row))
            .GroupBy(row => (row.Table, row.Partition), (_, ofPartition) => ofPartition.ToList());
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            partitions,
            options,
            async (partition, token) => await PublishAsync(store.Table(partition[0].Table), partition, token)
        );
    }

    private static async Task PublishAsync(
        TableClient table,
        List<PublishedRow> partition,
        CancellationToken cancellation
    )
    {
        var gone = partition.Where(row => row.Entity is null).ToList();
        var lying = await LyingAsync(table, gone, cancellation);
        foreach (var batch in partition.Except(gone).Concat(lying).Chunk(RowsPerTransaction))
        {
            try
            {
                await table.SubmitTransactionAsync(batch.Select(Action), cancellation);
            }
            catch (RequestFailedException removed) when (removed.IsMissing())
            {
                // Somebody else removed one of them meanwhile, which fails the whole transaction.
                foreach (var row in batch)
                    await PutRightAsync(table, row, cancellation);
            }
        }
    }

    private static async Task PutRightAsync(TableClient table, PublishedRow row, CancellationToken cancellation)
    {
        if (row.Entity is { } entity)
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
        else
            await table.DeleteEntityAsync(row.Partition, row.Row, ETag.All, cancellation);
    }

    /// <summary>
    /// Those of these rows that are there: a withdrawal counts a row for each day of years as gone, and most never were.
    /// </summary>
    private static async Task<IReadOnlyList<PublishedRow>> LyingAsync(
        TableClient table,
        List<PublishedRow> rows,
        CancellationToken cancellation
    )
    {
        if (rows.Count == 0)
            return [];
        var (partition, names) = (rows[0].Partition, rows.Select(row => row.Row).Order(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {names.First()} and RowKey le {names.Last()}"
        );
        var lying = new HashSet<string>(StringComparer.Ordinal);
        var found = table.QueryAsync<TableEntity>(filter, select: KeysOnly, cancellationToken: cancellation);
        await foreach (var row in found)
            lying.Add(row.RowKey);
        return [.. rows.Where(row => lying.Contains(row.Row))];
    }

    private static TableTransactionAction Action(PublishedRow row) =>
        row.Entity is { } entity
            ? new(TableTransactionActionType.UpsertReplace, entity)
            : new(TableTransactionActionType.Delete, new TableEntity(row.Partition, row.Row), ETag.All);
}

/// <summary>What a row of the KPI tables must be: an entity, or nothing where it must not exist.</summary>
public sealed record PublishedRow(string Table, string Partition, string Row, TableEntity? Entity)
{
    private static readonly IReadOnlyList<Kpi> Flows = [.. KpiCatalogue.All.Where(kpi => kpi.IsFlow)];

    public static PublishedRow Of(UnitLedger ledger, RowBounds bounds, RowKey key)
    {
        var row = ledger.Names.Of(key.Suffix);
        var found = bounds.Contain(key.Period, ledger.Scheme) ? ledger.Sheet.Find(key.Period, row) : null;
        var tally = found is { IsEmpty: false } filled ? filled.Copy() : null;
        return key.Period.Kind is PeriodKind.Day ? Day(ledger, key, tally) : Span(ledger, key, row, tally);
    }

    private static PublishedRow Day(UnitLedger ledger, RowKey key, Tally? tally)
    {
        var partition = Keys.KpiDailyPartition(ledger.Unit, key.Period.Year);
        var row = Keys.KpiDay(DateOnly.FromDayNumber(key.Period.Ordinal));
        return new(
            StoredNames.KpiDailyTable,
            partition,
            row,
            tally is null ? null : KpiEntity.Of(partition, row, tally, Flows)
        );
    }

    private static PublishedRow Span(UnitLedger ledger, RowKey key, Row row, Tally? tally)
    {
        var partition = Keys.KpiPartition(ledger.Scheme, key.Period.Name);
        var name = ledger.Unit + key.Suffix;
        if (tally is null)
            return new(StoredNames.KpiTable, partition, name, null);
        var entity = KpiEntity.Of(partition, name, tally, KpiCatalogue.All);
        entity[KpiEntity.Unit] = ledger.Unit;
        entity[KpiEntity.Field] = Keys.FieldOf(key.Suffix);
        entity[KpiEntity.FieldName] = row.Name.IsKnown ? row.Name.Value : "";
        entity[KpiEntity.Procedure] = Keys.ProcedureOf(key.Suffix);
        return new(StoredNames.KpiTable, partition, name, entity);
    }
}
