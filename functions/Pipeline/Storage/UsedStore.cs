using Azure.Data.Tables;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// Whether a store ever took anything in. Once it has, it is no new store whatever it lacks: what isn't there was lost.
/// </summary>
public sealed class UsedStore(Store store)
{
    public async Task<bool> IsUsedAsync(CancellationToken cancellation)
    {
        var rows = store.Table(StoredNames.ExportsTable).QueryAsync<TableEntity>("", 1, ["RowKey"], cancellation);
        await foreach (var _ in rows)
            return true;
        await foreach (var _ in store.Container(StoredNames.Journal).GetBlobsAsync(cancellationToken: cancellation))
            return true;
        return false;
    }
}
