using Azure;

namespace CCHC.Pipeline.Storage;

/// <summary>
/// One blob of settings that staff can change, read at most every few minutes; where there is none, what the program
/// ships with holds.
/// </summary>
/// <param name="store">The data account.</param>
/// <param name="blob">Its name in container settings, from <see cref="Paths"/>.</param>
/// <param name="parse">Reads it; throws <see cref="InvalidDataException"/> with a Vietnamese message.</param>
/// <param name="shipped">Its text where staff have none of their own.</param>
/// <param name="time">Tells how old the reading is.</param>
public sealed class StaffSetting<T>(Store store, string blob, Func<string, T> parse, string shipped, TimeProvider time)
    where T : class
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);
    private (T Value, DateTimeOffset ReadAt)? last;

    public async Task<T> GetAsync(CancellationToken cancellation)
    {
        if (last is var (value, readAt) && time.GetUtcNow() - readAt < Freshness)
            return value;
        var read = parse(await TextAsync(cancellation));
        last = (read, time.GetUtcNow());
        return read;
    }

    /// <summary>As staff wrote it, or as shipped.</summary>
    public async Task<string> TextAsync(CancellationToken cancellation)
    {
        try
        {
            var text = await Client.DownloadContentAsync(cancellation);
            return text.Value.Content.ToString();
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return shipped;
        }
    }

    /// <summary>Replaces the whole setting.</summary>
    /// <exception cref="InvalidDataException">It can't be read; nothing was changed.</exception>
    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        _ = parse(text);
        await Client.UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);
        last = null;
    }

    private Azure.Storage.Blobs.BlobClient Client => store.Container(StoredNames.Settings).GetBlobClient(blob);
}
