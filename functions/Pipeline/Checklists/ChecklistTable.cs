using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Table Checklists: one row per period, unit and criterion.</summary>
public sealed class ChecklistTable(Store store)
{
    private const int MostInABatch = 100;
    private readonly TableClient table = store.Table(StoredNames.ChecklistsTable);

    /// <summary>All lines of a period.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> ListAsync(string period, CancellationToken cancellation) =>
        [.. (await EntitiesAsync(period, cancellation)).Select(ChecklistEntity.Read)];

    /// <summary>
    /// Stores lines by period, unit and criterion: the one uploaded last stands, whatever the order of processing; a
    /// blank answer is not stored and erases nothing; what is known of a page stays.
    /// </summary>
    public async Task SaveAsync(IReadOnlyList<ChecklistLine> lines, CancellationToken cancellation)
    {
        foreach (var period in lines.Where(line => !line.Answer.IsBlank).GroupBy(line => line.Period))
            await SaveAsync(period.Key, [.. LatestOfEach(period)], cancellation);
    }

    private static IEnumerable<ChecklistLine> LatestOfEach(IEnumerable<ChecklistLine> lines) =>
        lines.GroupBy(line => (line.Unit, line.Criterion)).Select(same => same.Order(ChecklistOrder.Instance).Last());

    private async Task SaveAsync(string period, List<ChecklistLine> lines, CancellationToken cancellation)
    {
        while (true)
        {
            var stored = (await EntitiesAsync(period, cancellation)).ToDictionary(row => row.RowKey);
            var changes = lines.Select(line => ChangeOf(line, stored)).OfType<TableTransactionAction>();
            try
            {
                foreach (var batch in changes.Chunk(MostInABatch))
                    await table.SubmitTransactionAsync(batch, cancellation);
                return;
            }
            catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412)
            {
                // Another checklist or a check of a page wrote the same rows meanwhile: look again.
            }
        }
    }

    /// <summary>Null where the row is that line already, or one uploaded later.</summary>
    private static TableTransactionAction? ChangeOf(ChecklistLine line, Dictionary<string, TableEntity> stored)
    {
        if (!stored.TryGetValue(Keys.ChecklistRow(line.Unit, line.Criterion), out var row))
            return new(TableTransactionActionType.Add, ChecklistEntity.New(line));
        var present = ChecklistEntity.Read(row);
        if (ChecklistOrder.Instance.Compare(present, line) > 0 || present == line with { Page = present.Page })
            return null;
        ChecklistEntity.Write(line, row);
        return new(TableTransactionActionType.UpdateReplace, row, row.ETag);
    }

    private async Task<List<TableEntity>> EntitiesAsync(string period, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {period}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            rows.Add(row);
        return rows;
    }
}
