using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;

namespace CCHC.Pipeline.Storage;

/// <summary>That a store was filled from a backup.</summary>
/// <param name="Backup">The backup's digest.</param>
/// <param name="StartedAt">When it was begun, UTC.</param>
/// <param name="FinishedAt">When it was done; null = the store is half filled, and nothing but the restoring may use it.</param>
public sealed record Restoration(string Backup, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>The store is half filled from a backup; the message says, in Vietnamese, what to do.</summary>
public sealed class HalfRestoredException()
    : Exception("Kho dữ liệu này đang được phục hồi dở. Chạy lại cchc restore với cùng bản sao lưu rồi mới dùng kho.");

/// <summary>The note of a restoring in settings: first thing written by it, and last; no backup holds it.</summary>
public sealed class RestoreMark(Store store)
{
    public async Task<Restoration?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var blob = await Blob.DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, RestorationJson.Default.Restoration);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Refuses a store that is half filled.</summary>
    /// <exception cref="HalfRestoredException">It is.</exception>
    public async Task RefuseHalfRestoredAsync(CancellationToken cancellation)
    {
        if (await IsHalfRestoredAsync(cancellation))
            throw new HalfRestoredException();
    }

    /// <summary>Whether what lies there still lacks what it rests on: lists and settings come last.</summary>
    public async Task<bool> IsHalfRestoredAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { FinishedAt: null };

    public async Task WriteAsync(Restoration restoration, CancellationToken cancellation) =>
        await Blob.UploadAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(restoration, RestorationJson.Default.Restoration)),
            overwrite: true,
            cancellation
        );

    private Azure.Storage.Blobs.BlobClient Blob =>
        store.Container(StoredNames.Settings).GetBlobClient(Paths.RestoreMark);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Restoration))]
internal sealed partial class RestorationJson : JsonSerializerContext;
