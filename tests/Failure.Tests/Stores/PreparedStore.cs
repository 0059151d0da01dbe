using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Failure.Tests.Stores;

/// <summary>All that a prepared store holds, to be put into others: copying it costs less than taking it in again.</summary>
internal sealed class PreparedStore
{
    private readonly List<KeptBlob> blobs = [];
    private readonly List<(string Table, TableEntity Row)> rows = [];
    private readonly List<(string Queue, string Message)> messages = [];

    /// <summary>A blob as it was.</summary>
    /// <param name="Container">Its container.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Type">Its content type.</param>
    /// <param name="Metadata">Its metadata.</param>
    /// <param name="ETag">As it was, without quotes.</param>
    private sealed record KeptBlob(
        string Container,
        string Name,
        BinaryData Content,
        string Type,
        IDictionary<string, string> Metadata,
        string ETag
    );

    /// <summary>Uploads come first: receipts name them by their ETag, which is another one in every store.</summary>
    private static IEnumerable<string> UploadsFirst =>
        StoredNames.Containers.OrderBy(name => name is StoredNames.Exports or StoredNames.Checklists ? 0 : 1);

    public static async Task<PreparedStore> ReadAsync(Store store)
    {
        var prepared = new PreparedStore();
        foreach (var container in UploadsFirst)
        {
            var client = store.Container(container);
            await foreach (var listed in client.GetBlobsAsync())
            {
                var blob = (await client.GetBlobClient(listed.Name).DownloadContentAsync()).Value;
                var details = blob.Details;
                prepared.blobs.Add(
                    new(
                        container,
                        listed.Name,
                        blob.Content,
                        details.ContentType,
                        details.Metadata,
                        Plain(details.ETag)
                    )
                );
            }
        }
        foreach (var table in StoredNames.Tables)
        {
            await foreach (var row in store.Table(table).QueryAsync<TableEntity>())
                prepared.rows.Add((table, row));
        }
        foreach (var queue in StoredNames.Queues)
        {
            foreach (var message in (await store.Queue(queue).PeekMessagesAsync(32)).Value)
                prepared.messages.Add((queue, message.Body.ToString()));
        }
        return prepared;
    }

    public async Task PutIntoAsync(Store store)
    {
        var etags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var container in blobs.GroupBy(blob => blob.Container))
        {
            var put = await Task.WhenAll(container.Select(blob => PutAsync(store, blob, etags)));
            if (container.Key is StoredNames.Exports or StoredNames.Checklists)
            {
                foreach (var (blob, etag) in container.Zip(put))
                    etags[blob.ETag] = etag;
            }
        }
        await Task.WhenAll(
            rows.GroupBy(row => (row.Table, row.Row.PartitionKey))
                .SelectMany(partition => partition.Chunk(100))
                .Select(chunk => PutAsync(store, chunk, etags))
        );
        foreach (var (queue, message) in messages)
            await store.Queue(queue).SendMessageAsync(message, timeToLive: TimeSpan.FromSeconds(-1));
    }

    private static async Task<string> PutAsync(Store store, KeptBlob blob, Dictionary<string, string> etags)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = blob.Type },
            Metadata = blob.Metadata.ToDictionary(each => each.Key, each => Renewed(each.Value, etags)),
        };
        var content = blob.Content;
        if (blob.Container is StoredNames.Receipts && blob.Name.EndsWith(".json", StringComparison.Ordinal))
        {
            content = BinaryData.FromString(Renewed(blob.Content.ToString(), etags));
            ContentMark.Note(content.ToArray(), options.Metadata);
        }
        var answer = await store.Container(blob.Container).GetBlobClient(blob.Name).UploadAsync(content, options);
        return Plain(answer.Value.ETag);
    }

    private static async Task PutAsync(
        Store store,
        (string Table, TableEntity Row)[] chunk,
        Dictionary<string, string> etags
    )
    {
        var puts = chunk.Select(each =>
        {
            var row = new TableEntity(each.Row);
            foreach (var (column, value) in each.Row)
            {
                if (value is string text)
                    row[column] = Renewed(text, etags);
            }
            return new TableTransactionAction(TableTransactionActionType.Add, row);
        });
        await store.Table(chunk[0].Table).SubmitTransactionAsync(puts);
    }

    private static string Renewed(string text, Dictionary<string, string> etags)
    {
        foreach (var (old, renewed) in etags)
            text = text.Replace(old, renewed, StringComparison.Ordinal);
        return text;
    }

    private static string Plain(ETag etag) => etag.ToString("G").Trim('"');
}
