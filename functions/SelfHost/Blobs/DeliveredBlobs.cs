using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace CCHC.SelfHost.Blobs;

/// <summary>
/// Which blobs (name and ETag) one function was sent, kept so that a restart sends none again. The whole record is
/// written whenever a scan found something: the listing it comes from costs as much.
/// </summary>
internal sealed class DeliveredBlobs(BlobContainerClient hostState, string hostId, string functionId)
{
    private readonly BlobClient _record = hostState.GetBlobClient($"blobscaninfo/{hostId}/{functionId}/delivered.json");
    private Dictionary<string, string>? _etags;
    private bool _isChanged;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (_etags is not null)
            return;
        try
        {
            var content = await _record.DownloadContentAsync(cancellation);
            _etags = content.Value.Content.ToObjectFromJson<Dictionary<string, string>>() ?? [];
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            _etags = [];
        }
        catch (JsonException)
        {
            // Functions bear being called twice (at least once is all that Azure promises), never not at all.
            _etags = [];
        }
    }

    public bool Has(string name, string etag) => _etags!.TryGetValue(name, out var known) && known == etag;

    public void Add(string name, string etag)
    {
        _etags![name] = etag;
        _isChanged = true;
    }

    /// <summary>Writes what was added since the last time.</summary>
    /// <param name="listed">All of the container: what is gone is forgotten. Null amid a listing.</param>
    /// <param name="cancellation">Stops waiting; it is written the next time.</param>
    public async Task SaveAsync(IReadOnlySet<string>? listed, CancellationToken cancellation)
    {
        if (!_isChanged)
            return;
        foreach (var gone in _etags!.Keys.Where(name => listed?.Contains(name) is false).ToList())
            _etags.Remove(gone);
        await _record.UploadAsync(BinaryData.FromObjectAsJson(_etags), overwrite: true, cancellation);
        _isChanged = false;
    }
}
