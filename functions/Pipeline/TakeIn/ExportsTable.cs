using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The table of uploads: one row each, written before its receipt.</summary>
public sealed class ExportsTable(Store store)
{
    private const int RowsPerTransaction = 100;

    public async Task WriteAsync(
        IEnumerable<(Receipt Receipt, string? Unit, long Size)> uploads,
        CancellationToken cancellation
    )
    {
        var table = store.Table(StoredNames.ExportsTable);
        var entities = uploads
            .Select(upload => Entity(upload.Receipt, upload.Unit, upload.Size))
            .DistinctBy(e => (e.PartitionKey, e.RowKey));
        foreach (var unit in entities.GroupBy(entity => entity.PartitionKey))
        {
            foreach (var batch in unit.Chunk(RowsPerTransaction))
            {
                var actions = batch.Select(entity => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    entity
                ));
                await table.SubmitTransactionAsync(actions, cancellation);
            }
        }
    }

    private static TableEntity Entity(Receipt receipt, string? unit, long size)
    {
        var uploadDay = Periods.VietnamTime.DayOf(receipt.UploadedAt);
        var row = Keys.ExportRow(receipt.AsOf ?? uploadDay, receipt.UploadedAt.UtcTicks, receipt.Sha256);
        return new TableEntity(Keys.Checked(unit ?? Keys.NoUnit), Keys.Checked(row))
        {
            ["File"] = receipt.File,
            ["Code"] = receipt.Unit,
            ["ETag"] = receipt.ETag,
            ["Size"] = size,
            ["Outcome"] = receipt.Outcome.ToString().ToLowerInvariant(),
            ["Rows"] = receipt.Rows,
            ["Accepted"] = receipt.Accepted,
            ["Refused"] = receipt.Refused,
            ["Warnings"] = receipt.Warnings.Count,
            ["UploadedAt"] = receipt.UploadedAt,
            ["TakenInAt"] = receipt.TakenInAt,
        };
    }
}
