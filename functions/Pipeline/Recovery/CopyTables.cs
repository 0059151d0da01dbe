using Azure;
using Azure.Data.Tables;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>Copies tables into a backup's folder, each whole: they have no versions to tell old rows from new.</summary>
internal sealed class CopyTables(Store store, BackupFolder folder)
{
    /// <summary>The table as it is now; empty when there is none.</summary>
    public async Task<BackedUpTable> CopyAsync(string name, CancellationToken cancellation)
    {
        var rows = 0;
        var (file, size, sha) = await folder.WriteAsync(
            $"{BackupNames.Tables}/{name}",
            sha256 => BackupNames.OfTable(name, sha256),
            async content =>
            {
                await using var lines = new StreamWriter(content) { NewLine = "\n" };
                await foreach (var row in ReadAsync(name, cancellation))
                {
                    await lines.WriteLineAsync(TableLines.Write(row).AsMemory(), cancellation);
                    rows++;
                }
            }
        );
        return new(name, file, rows, size, sha);
    }

    private async IAsyncEnumerable<TableEntity> ReadAsync(
        string name,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var rows = store
            .Table(name)
            .QueryAsync<TableEntity>(cancellationToken: cancellation)
            .GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(rows))
            yield return rows.Current;
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return false;
        }
    }
}
