using Azure;
using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

/// <summary>A table that is one of staff's lists, and beside it the keys of its rows.</summary>
internal sealed class StaffTable(Store store, string name)
{
    internal const string Lost =
        "danh sách này đã mất (kho không phải là kho mới); nhập lại hoặc phục hồi từ bản sao lưu, không có danh sách nào được tự điền lại";
    private readonly TableClient table = store.Table(name);
    private readonly ListKeys keys = new(store, name);

    /// <summary>Adds or replaces rows. Their keys first: what a process that dies doesn't write any more is named.</summary>
    public async Task ImportAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        var all = rows.ToList();
        await keys.AddAsync([.. all.Select(ListKeys.KeyOf)], cancellation);
        foreach (var row in all)
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Gives those that the program ships with; what lies there already is staff's and stays.</summary>
    public async Task GiveAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        var all = rows.ToList();
        await keys.AddAsync([.. all.Select(ListKeys.KeyOf)], cancellation);
        foreach (var row in all)
        {
            try
            {
                await table.AddEntityAsync(row, cancellation);
            }
            catch (RequestFailedException there) when (there.IsMoved())
            {
                // Given before, and perhaps changed since.
            }
        }
    }

    /// <summary>Notes the keys of a store of an earlier program; false: they were noted before.</summary>
    /// <param name="known">Of rows that something else tells of.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> AdoptAsync(
        Func<CancellationToken, Task<IReadOnlyCollection<string>>> known,
        CancellationToken cancellation
    )
    {
        if (await keys.AreNotedAsync(cancellation))
            return false;
        await keys.AddAsync(await known(cancellation), cancellation);
        return true;
    }

    /// <summary>The rows that can be read; the others, and those that are lost, are among the damages.</summary>
    public async Task<List<T>> ReadAsync<T>(
        string filter,
        Func<StoredRow, T> read,
        List<Damage> damages,
        CancellationToken cancellation
    )
    {
        // The keys before the rows: an import notes them first, too.
        var noted = await NotedAsync(damages, cancellation);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        var rows = await StoredRow.ReadAllAsync(table, filter, Read, damages, cancellation);
        if (stored.Count == 0)
            damages.Add(new(name, Lost));
        else
            damages.AddRange(noted.Where(key => !stored.Contains(key)).Select(key => StoredRow.LostAt(name, key)));
        return rows;

        T Read(StoredRow row)
        {
            stored.Add(ListKeys.KeyOf(row.Partition, row.Key));
            return read(row);
        }
    }

    private async Task<IReadOnlySet<string>> NotedAsync(List<Damage> damages, CancellationToken cancellation)
    {
        try
        {
            return await keys.ReadAsync(cancellation) ?? new HashSet<string>();
        }
        catch (UnreadableException unreadable)
        {
            damages.Add(unreadable.Damage);
            return new HashSet<string>();
        }
    }
}
