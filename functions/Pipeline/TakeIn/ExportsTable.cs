using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The table of uploads: one row each, written before its receipt.</summary>
public sealed class ExportsTable(Store store)
{
    private const int RowsPerTransaction = 100;
    private static readonly Outcome[] Taken = [Outcome.Accepted, Outcome.Partly];
    private static readonly Outcome[] Joined = [Outcome.Accepted, Outcome.Partly, Outcome.Duplicate, Outcome.Withdrawn];

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

    /// <summary>Notes in an upload's row that it was taken out; where there is no row, there is none to mend.</summary>
    public async Task NoteWithdrawnAsync(Receipt receipt, CancellationToken cancellation)
    {
        // A receipt doesn't tell "no unit known" from the unit of its code: one of the two has the row.
        foreach (var partition in (string[])[receipt.Unit, Keys.NoUnit])
        {
            var entity = Entity(receipt, partition, size: 0);
            entity.Remove("Size");
            if (await MergeAsync(entity, cancellation))
                return;
        }
    }

    private async Task<bool> MergeAsync(TableEntity entity, CancellationToken cancellation)
    {
        try
        {
            var table = store.Table(StoredNames.ExportsTable);
            await table.UpdateEntityAsync(entity, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Removes the row that an earlier reading left under another day or unit.</summary>
    public async Task MoveAsync(Receipt earlier, Receipt now, string? unit, CancellationToken cancellation)
    {
        var present = (unit ?? Keys.NoUnit, RowOf(now));
        foreach (var partition in (string[])[earlier.Unit, Keys.NoUnit])
        {
            if ((partition, RowOf(earlier)) != present)
                await store
                    .Table(StoredNames.ExportsTable)
                    .DeleteEntityAsync(partition, RowOf(earlier), ETag.All, cancellation);
        }
    }

    /// <summary>Removes the row of an upload whose unit was not known: it is taken in anew, under its unit.</summary>
    public async Task ForgetAsync(Receipt refusal, CancellationToken cancellation) =>
        await store
            .Table(StoredNames.ExportsTable)
            .DeleteEntityAsync(Keys.NoUnit, RowOf(refusal), ETag.All, cancellation);

    /// <summary>Whether an upload of a unit was joined into its ledger: its row is written once that is saved.</summary>
    public async Task<bool> TellsOfLedgerAsync(string unit, CancellationToken cancellation)
    {
        var filter = Of(unit, Joined);
        var table = store.Table(StoredNames.ExportsTable);
        await foreach (var _ in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, ["RowKey"], cancellation))
            return true;
        return false;
    }

    /// <summary>The days from one to another of which an upload was accepted, whole or partly.</summary>
    public async Task<IReadOnlySet<DateOnly>> TakenDaysAsync(
        string unit,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellation
    )
    {
        var (first, end) = (Keys.ExportsOf(from), Keys.ExportsOf(to.AddDays(1)));
        var ofDays = TableClient.CreateQueryFilter($"RowKey ge {first} and RowKey lt {end}");
        var filter = Of(unit, Taken, $"{ofDays} and (Accepted gt 0 or Rows eq 0)");
        var days = new HashSet<DateOnly>();
        var table = store.Table(StoredNames.ExportsTable);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["RowKey"], cancellation))
        {
            if (Keys.DayOfExport(row.RowKey) is { } day)
                days.Add(day);
        }
        return days;
    }

    /// <summary>Whether a file of the same name was accepted since, whole or partly: whatever day it told, it replaces the earlier one.</summary>
    public async Task<bool> IsTakenLaterAsync(
        string unit,
        string file,
        DateTimeOffset since,
        CancellationToken cancellation
    )
    {
        var filter = Of(unit, Taken, TableClient.CreateQueryFilter($"File eq {file} and UploadedAt gt {since}"));
        var table = store.Table(StoredNames.ExportsTable);
        await foreach (var _ in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, ["RowKey"], cancellation))
            return true;
        return false;
    }

    /// <summary>What the rows of a unit say of its journal: uploads that count, and those that were withdrawn.</summary>
    internal async Task<IReadOnlyList<(Stamp Stamp, bool IsWithdrawn)>> TellsOfJournalAsync(
        string unit,
        CancellationToken cancellation
    )
    {
        var told = new List<(Stamp, bool)>();
        var table = store.Table(StoredNames.ExportsTable);
        string[] columns = ["PartitionKey", "RowKey", "Outcome", "File"];
        await foreach (var entity in table.QueryAsync<TableEntity>(Of(unit, Joined), null, columns, cancellation))
        {
            try
            {
                var row = new StoredRow(table.Name, entity);
                told.Add((UploadFiles.Read(row).Stamp, row.Choice<Outcome>("Outcome") is Outcome.Withdrawn));
            }
            catch (UnreadableException)
            {
                // A row of a name that no upload has tells of none.
            }
        }
        return told;
    }

    /// <summary>The filter of rows with one of these outcomes.</summary>
    internal static string AreAny(IEnumerable<Outcome> outcomes) =>
        $"({string.Join(" or ", outcomes.Select(outcome => $"Outcome eq '{WordOf(outcome)}'"))})";

    /// <summary>The same of one unit's.</summary>
    private static string Of(string unit, IEnumerable<Outcome> outcomes, string also = "")
    {
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {unit}")} and {AreAny(outcomes)}";
        return also.Length == 0 ? filter : $"{filter} and {also}";
    }

    internal static string WordOf(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string RowOf(Receipt receipt) =>
        Keys.ExportRow(
            receipt.AsOf ?? Periods.VietnamTime.DayOf(receipt.UploadedAt),
            receipt.UploadedAt.UtcTicks,
            receipt.Sha256
        );

    private static TableEntity Entity(Receipt receipt, string? unit, long size)
    {
        var entity = new TableEntity(Keys.Checked(unit ?? Keys.NoUnit), Keys.Checked(RowOf(receipt)))
        {
            ["File"] = receipt.File,
            ["Code"] = receipt.Unit,
            ["ETag"] = receipt.ETag,
            ["Size"] = size,
            ["Outcome"] = WordOf(receipt.Outcome),
            ["Rows"] = receipt.Rows,
            ["Accepted"] = receipt.Accepted,
            ["Refused"] = receipt.Refused,
            ["Warnings"] = receipt.Warnings.Count,
            ["UploadedAt"] = receipt.UploadedAt,
            ["TakenInAt"] = receipt.TakenInAt,
        };
        if (receipt.Withdrawn is not { } withdrawal)
            return entity;
        entity["WithdrawnAt"] = withdrawal.At;
        entity["WithdrawnReason"] = withdrawal.Reason;
        return entity;
    }
}
