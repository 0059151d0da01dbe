using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Review.FollowUps;

/// <summary>Table FollowUps: partition the unit, row {period}-{finding}.</summary>
public sealed class FollowUpTable(Store store, DamageMarks marks)
{
    private readonly TableClient table = store.Table(StoredNames.FollowUpsTable);

    /// <summary>Adds an item; one that is there stays as it is.</summary>
    public async Task AddAsync(FollowUp item, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(FollowUpEntity.Of(item), cancellation);
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            // The same review again.
        }
    }

    /// <summary>Changes an item as it stands when it is written: a change in between is seen, not lost.</summary>
    /// <returns>The item as it is now; null when there is none.</returns>
    public async Task<FollowUp?> ChangeAsync(
        string unit,
        string period,
        string finding,
        Func<FollowUp, FollowUp> change,
        CancellationToken cancellation
    )
    {
        var contention = new Contention($"{table.Name}/{unit}/{Keys.FollowUpRow(period, finding)}");
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(
                unit,
                Keys.FollowUpRow(period, finding),
                cancellationToken: cancellation
            );
            if (!found.HasValue)
                return null;
            var before = await ReadAsync(found.Value!, cancellation);
            var after = change(before);
            if (after == before)
                return before;
            try
            {
                await table.UpdateEntityAsync(
                    FollowUpEntity.Of(after),
                    found.Value!.ETag,
                    TableUpdateMode.Replace,
                    cancellationToken: cancellation
                );
                return after;
            }
            catch (RequestFailedException moved) when (moved.IsMoved())
            {
                // Somebody else changed it: look again.
                await contention.PauseAsync(cancellation, moved);
            }
        }
    }

    /// <summary>A unit's items, the earliest period first.</summary>
    /// <exception cref="UnreadableException">One can't be read: it is not "none".</exception>
    public async Task<IReadOnlyList<FollowUp>> ListAsync(string unit, CancellationToken cancellation) =>
        (await ReadAsync(unit, cancellation)).Whole;

    /// <summary>The same as far as they can be read.</summary>
    public Task<SoundRows<FollowUp>> ReadAsync(string unit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        return marks.ReadAllAsync(table, filter, FollowUpEntity.Read, cancellation);
    }

    /// <summary>The keys of a unit's rows, readable or not.</summary>
    public async Task<IReadOnlySet<string>> KeysAsync(string unit, CancellationToken cancellation)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {unit}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, ["RowKey"], cancellation))
            keys.Add(row.RowKey);
        return keys;
    }

    private Task<FollowUp> ReadAsync(TableEntity entity, CancellationToken cancellation) =>
        marks.ReadAsync(() => FollowUpEntity.Read(new StoredRow(table.Name, entity)), cancellation);
}
