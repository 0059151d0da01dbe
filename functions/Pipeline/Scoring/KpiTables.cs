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

    public async Task PublishAsync(UnitLedger ledger, IEnumerable<RowKey> rows, CancellationToken cancellation)
    {
        var bounds = RowBounds.Of(ledger);
        var published = rows.Select(row => PublishedRow.Of(ledger, bounds, row));
        var batches = published
            .GroupBy(row => (row.Table, row.Partition))
            .SelectMany(partition => partition.Chunk(RowsPerTransaction));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(batches, options, async (batch, token) => await SubmitAsync(batch, token));
    }

    private async Task SubmitAsync(PublishedRow[] batch, CancellationToken cancellation)
    {
        var table = store.Table(batch[0].Table);
        var upserts = batch
            .Where(row => row.Entity is not null)
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row.Entity))
            .ToList();
        if (upserts.Count > 0)
            await table.SubmitTransactionAsync(upserts, cancellation);
        // A removal of a row that is already gone would fail its whole transaction; there are few.
        foreach (var gone in batch.Where(row => row.Entity is null))
            await table.DeleteEntityAsync(gone.Partition, gone.Row, ETag.All, cancellation);
    }
}

/// <summary>What a row of the KPI tables must be: an entity, or nothing where it must not exist.</summary>
public sealed record PublishedRow(string Table, string Partition, string Row, TableEntity? Entity)
{
    private static readonly IReadOnlyList<Kpi> Flows = [.. KpiCatalogue.All.Where(kpi => kpi.IsFlow)];

    public static PublishedRow Of(UnitLedger ledger, RowBounds bounds, RowKey key)
    {
        var row = ledger.Names.Of(key.Suffix);
        var tally = bounds.Contain(key.Period, ledger.Scheme) ? ledger.Sheet.Find(key.Period, row) : null;
        if (tally is { IsEmpty: true })
            tally = null;
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
