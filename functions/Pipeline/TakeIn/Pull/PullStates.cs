using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>
/// States of sources in settings. Losing one costs requests, never an export: one that can't be read is as good as none,
/// health names it, and the next change writes over it.
/// </summary>
public sealed class PullStates(Store store, DamageMarks marks)
{
    public async Task<PullState> ReadAsync(string source, CancellationToken cancellation) =>
        (await FetchAsync(source, cancellation)).State;

    /// <summary>Changes one unit's state.</summary>
    public Task<PullState> UpdateAsync(
        string source,
        string unit,
        Func<UnitState, UnitState> change,
        CancellationToken cancellation
    ) => UpdateAsync(source, state => state.With(unit, change(state.Of(unit))), cancellation);

    /// <summary>Changes a source's state; beside another process the change is made again on what that one wrote.</summary>
    public async Task<PullState> UpdateAsync(
        string source,
        Func<PullState, PullState> change,
        CancellationToken cancellation
    )
    {
        var contention = new Contention(PlaceOf(source));
        while (true)
        {
            var (state, etag, wasUnreadable) = await FetchAsync(source, cancellation);
            var changed = change(state);
            var condition = etag is { } present
                ? new BlobRequestConditions { IfMatch = present }
                : new BlobRequestConditions { IfNoneMatch = ETag.All };
            try
            {
                var options = new BlobUploadOptions { Conditions = condition };
                await Blob(source).UploadAsync(BinaryData.FromString(changed.ToJson()), options, cancellation);
                if (wasUnreadable)
                    await marks.ClearAsync(PlaceOf(source), cancellation);
                return changed;
            }
            catch (RequestFailedException moved) when (moved.IsMoved())
            {
                // Another process pulls the same source.
                await contention.PauseAsync(cancellation, moved);
            }
        }
    }

    private async Task<(PullState State, ETag? ETag, bool IsUnreadable)> FetchAsync(
        string source,
        CancellationToken cancellation
    )
    {
        try
        {
            var blob = (await Blob(source).DownloadContentAsync(cancellation)).Value;
            if (PullState.TryFromJson(blob.Content.ToString()) is { } state)
                return (state, blob.Details.ETag, false);
            const string words = "không đọc được đã lấy tệp của nguồn này đến ngày nào; lần lấy tệp tới hỏi lại từ đầu";
            await marks.SetAsync(new(PlaceOf(source), words), cancellation);
            return (PullState.Empty, blob.Details.ETag, true);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return (PullState.Empty, null, false);
        }
    }

    private static string PlaceOf(string source) => $"{StoredNames.Settings}/{Paths.PullState(source)}";

    private BlobClient Blob(string source) =>
        store.Container(StoredNames.Settings).GetBlobClient(Paths.PullState(source));
}
