using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Table Outbox: one row per mail, for ever, so that nobody is mailed twice for the same thing.</summary>
public sealed class OutboxTable(Store store, DamageMarks marks)
{
    private readonly TableClient table = store.Table(StoredNames.OutboxTable);

    /// <summary>Adds a mail; false: one with its id is there, and stays as it is.</summary>
    public async Task<bool> AddAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(MailEntity.Of(mail), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            return false;
        }
    }

    /// <summary>Null: there is none, or the id is not one that a mail could have.</summary>
    /// <exception cref="UnreadableException">There is one, and it can't be read.</exception>
    public async Task<StoredMail?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!Keys.IsKey(id))
            return null;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Mail, id, null, cancellation);
        if (!found.HasValue)
            return null;
        var row = new StoredRow(table.Name, found.Value!);
        return await marks.ReadAsync(() => MailEntity.Read(row), cancellation);
    }

    /// <summary>Whether there is one, readable or not.</summary>
    public async Task<bool> HasAsync(string id, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Keys.Mail, id, ["RowKey"], cancellation)).HasValue;

    /// <summary>Replaces a mail as it was read, the new ETag included; null: somebody else has changed it.</summary>
    public async Task<StoredMail?> ReplaceAsync(StoredMail mail, CancellationToken cancellation)
    {
        try
        {
            var answer = await table.UpdateEntityAsync(
                MailEntity.Of(mail),
                mail.ETag,
                TableUpdateMode.Replace,
                cancellation
            );
            return mail with { ETag = answer.Headers.ETag!.Value };
        }
        catch (RequestFailedException moved) when (moved.IsMoved())
        {
            return null;
        }
    }

    internal static string PlaceOf(string id) => StoredRow.PlaceOf(StoredNames.OutboxTable, Keys.Mail, id);

    /// <summary>Ids of all rows, readable or not.</summary>
    public async Task<IReadOnlySet<string>> IdsAsync(CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["RowKey"], cancellation))
            ids.Add(row.RowKey);
        return ids;
    }

    /// <summary>Mails in a state, or all, as far as they can be read; by id.</summary>
    public async Task<IReadOnlyList<StoredMail>> ListAsync(MailState? state, CancellationToken cancellation) =>
        (await ReadAsync(state, cancellation)).Rows;

    /// <summary>The same, and what is wrong with the others.</summary>
    public Task<SoundRows<StoredMail>> ReadAsync(MailState? state, CancellationToken cancellation)
    {
        var filter = state is { } wanted
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail} and State eq {MailEntity.Word(wanted)}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Mail}");
        return marks.ReadAllAsync(table, filter, MailEntity.Read, cancellation);
    }

    /// <summary>
    /// How many mails wait, failed or are held: one scan of the partition that brings back the states alone. Those that
    /// another one was posted for are nobody's trouble and left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountUnsentAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Keys.Mail} and State ne {MailEntity.Word(MailState.Sent)}"
        );
        var counts = new Dictionary<MailState, int>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(
                filter,
                select: ["State", "ReplacedBy"],
                cancellationToken: cancellation
            )
        )
        {
            // One whose state can't be read is named by whoever reads it whole.
            if (MailEntity.UnsentState(new StoredRow(table.Name, entity)) is { } state)
                counts[state] = counts.GetValueOrDefault(state) + 1;
        }
        return counts;
    }

    /// <summary>Makes a stored mail that waits one that is held until somebody asks for it; false: it doesn't wait.</summary>
    public static bool Hold(TableEntity stored, string why)
    {
        if (stored.GetString("State") != MailEntity.Word(MailState.Pending))
            return false;
        // What was changed by others before the backup stays noticed.
        var isSound = RowMark.Fits(stored);
        (stored["State"], stored["Error"]) = (MailEntity.Word(MailState.Held), why);
        stored.Remove("LeaseUntil");
        stored.Remove("NextTryAt");
        if (isSound)
            stored.Marked();
        return true;
    }
}
