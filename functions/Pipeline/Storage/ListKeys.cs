using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// Which rows one of staff's lists has: nothing takes a row off a list, so one that was noted and isn't there is lost
/// (design.md §4, law 2b), and neither a unit that was never listed nor the target of all units.
/// </summary>
internal sealed class ListKeys(Store store, string table)
{
    private readonly OwnSettings own = new(store);

    /// <summary>Whether they were ever noted, whatever became of the note.</summary>
    public async Task<bool> AreNotedAsync(CancellationToken cancellation) =>
        await own.IsNotedAsync(Name, cancellation) || await Blob.ExistsAsync(cancellation);

    /// <summary>Null: a store of an earlier program, which noted none.</summary>
    /// <exception cref="UnreadableException">Nobody can tell any more whether a row is missing.</exception>
    public async Task<IReadOnlySet<string>?> ReadAsync(CancellationToken cancellation)
    {
        var (keys, etag) = await FindAsync(cancellation);
        return keys is not null ? keys
            : etag is not null ? throw Unreadable("bị sửa ngoài hệ thống hoặc hỏng")
            : await own.IsNotedAsync(Name, cancellation) ? throw Unreadable("đã mất")
            : null;
    }

    /// <summary>Notes them beside those that are noted or, where nobody can tell which those are, that are stored.</summary>
    public async Task AddAsync(IReadOnlyCollection<string> added, CancellationToken cancellation)
    {
        var tries = new Contention(PlaceOf(table));
        while (true)
        {
            var (known, etag) = await FindAsync(cancellation);
            var keys = new SortedSet<string>(
                known?.ToList() ?? await StoredAsync(cancellation),
                StringComparer.Ordinal
            );
            keys.UnionWith(added);
            if (keys.Count == known?.Count)
                return;
            try
            {
                await WriteAsync([.. keys], etag, cancellation);
                return;
            }
            catch (RequestFailedException moved) when (moved.IsMoved())
            {
                await tries.PauseAsync(cancellation, moved);
            }
        }
    }

    public static string PlaceOf(string table) => $"{StoredNames.Settings}/{Paths.ListKeys(table)}";

    public static string KeyOf(ITableEntity row) => KeyOf(row.PartitionKey, row.RowKey);

    public static string KeyOf(string partition, string row) => $"{partition}/{row}";

    /// <summary>No keys beside an ETag: they are damaged.</summary>
    private async Task<(HashSet<string>? Keys, ETag? ETag)> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var read = (await Blob.DownloadContentAsync(cancellation)).Value;
            return (Parse(read.Content), read.Details.ETag);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return (null, null);
        }
    }

    private static HashSet<string>? Parse(BinaryData json)
    {
        try
        {
            // None of them is old: one without a mark has lost it.
            return
                JsonSerializer.Deserialize(MarkedJson.Checked(json), ListKeysJson.Default.NotedKeys)
                    is { Keys: { } keys, Mark: not null }
                ? new(keys, StringComparer.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<List<string>> StoredAsync(CancellationToken cancellation)
    {
        var keys = new List<string>();
        string[] columns = ["PartitionKey", "RowKey"];
        await foreach (
            var row in store.Table(table).QueryAsync<TableEntity>(select: columns, cancellationToken: cancellation)
        )
            keys.Add(KeyOf(row));
        return keys;
    }

    private async Task WriteAsync(string[] keys, ETag? etag, CancellationToken cancellation)
    {
        await own.NoteAsync(Name, "", cancellation);
        var json = JsonSerializer.SerializeToUtf8Bytes(new NotedKeys(keys, null), ListKeysJson.Default.NotedKeys);
        var conditions = etag is { } before
            ? new BlobRequestConditions { IfMatch = before }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        await Blob.UploadAsync(
            BinaryData.FromBytes(MarkedJson.Of(json)),
            new BlobUploadOptions { Conditions = conditions },
            cancellation
        );
    }

    private UnreadableException Unreadable(string words) =>
        new(
            new Damage(
                PlaceOf(table),
                $"khóa các dòng của danh sách này {words}, không rõ danh sách có thiếu dòng nào không; {StoredRow.CureOf(table)}"
            )
        );

    private string Name => Paths.ListKeys(table);

    private Azure.Storage.Blobs.BlobClient Blob => store.Container(StoredNames.Settings).GetBlobClient(Name);
}

internal sealed record NotedKeys(IReadOnlyList<string>? Keys, string? Mark);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(NotedKeys))]
internal sealed partial class ListKeysJson : JsonSerializerContext;
