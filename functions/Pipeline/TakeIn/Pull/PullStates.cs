using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Pull;

/// <summary>States of sources in settings. Losing one costs requests, never an export.</summary>
public sealed class PullStates(Store store)
{
    public async Task<PullState> ReadAsync(string source, CancellationToken cancellation) =>
        (await FetchAsync(source, cancellation)).State;

    /// <summary>Changes one unit's state; beside another process the change is made again on what that one wrote.</summary>
    public async Task<PullState> UpdateAsync(
        string source,
        string unit,
        Func<UnitState, UnitState> change,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var (state, etag) = await FetchAsync(source, cancellation);
            var changed = state.With(unit, change(state.Of(unit)));
            var condition = etag is { } present
                ? new BlobRequestConditions { IfMatch = present }
                : new BlobRequestConditions { IfNoneMatch = ETag.All };
            try
            {
                var options = new BlobUploadOptions { Conditions = condition };
                await Blob(source).UploadAsync(BinaryData.FromString(changed.ToJson()), options, cancellation);
                return changed;
            }
            catch (RequestFailedException moved) when (moved.Status is 409 or 412)
            {
                // Another process pulls the same source.
            }
        }
    }

    private async Task<(PullState State, ETag? ETag)> FetchAsync(string source, CancellationToken cancellation)
    {
        try
        {
            var blob = (await Blob(source).DownloadContentAsync(cancellation)).Value;
            return (PullState.FromJson(blob.Content.ToString()), blob.Details.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return (PullState.Empty, null);
        }
    }

    private BlobClient Blob(string source) =>
        store.Container(StoredNames.Settings).GetBlobClient(Paths.PullState(source));
}
