using Azure.Data.Tables;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>Writes tables from a backup's folder.</summary>
internal sealed class RestoreTables(Store store, BackupFolder folder, UnusedStore unused)
{
    private const int MostRows = 100;

    /// <summary>A transaction may have 4 MiB; a character may take several bytes.</summary>
    private const int MostCharacters = 1024 * 1024;
    private const string WhyHeld =
        "phục hồi từ bản sao lưu: có thể đã gửi sau khi sao lưu, kiểm tra rồi gửi bằng cchc outbox retry";

    /// <summary>Puts every row into its place.</summary>
    /// <returns>How many mails that waited are held now.</returns>
    public async Task<int> RestoreAsync(BackedUpTable backedUp, CancellationToken cancellation)
    {
        var table = store.Table(backedUp.Name);
        var (held, characters) = (0, 0);
        var batch = new List<TableTransactionAction>(MostRows);
        var keys = new HashSet<(string, string)>();
        using var lines = new StreamReader(folder.Open(backedUp.File));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            var row = TableLines.Read(line);
            // Nobody can tell whether it was sent after the backup: a person looks, no one is mailed twice.
            if (backedUp.Name == StoredNames.OutboxTable && OutboxTable.Hold(row, WhyHeld))
                held++;
            keys.Add((row.PartitionKey, row.RowKey));
            var isFull = batch.Count == MostRows || characters + line.Length > MostCharacters;
            if (batch.Count > 0 && (isFull || batch[0].Entity.PartitionKey != row.PartitionKey))
                await SubmitAsync();
            batch.Add(new(TableTransactionActionType.UpsertReplace, row));
            characters += line.Length;
        }
        if (batch.Count > 0)
            await SubmitAsync();
        await unused.RemoveGivenAsync(backedUp.Name, keys, cancellation);
        return held;

        async Task SubmitAsync()
        {
            await table.SubmitTransactionAsync(batch, cancellation);
            batch.Clear();
            characters = 0;
        }
    }
}
