using Azure;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>Source profiles of staff as they are stored: one blob each, <c>settings/profiles/{slug of its name}.json</c>.</summary>
public sealed class ProfileStore(Store store)
{
    /// <summary>A profile is a page or two; anything bigger is none, and isn't read.</summary>
    public const int MostBytes = 1024 * 1024;

    public async Task<IReadOnlyList<StoredText>> ReadAsync(CancellationToken cancellation)
    {
        var profiles = new List<StoredText>();
        var container = store.Container(StoredNames.Settings);
        var options = new GetBlobsOptions { Prefix = Paths.Profiles };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (Paths.ProfileOf(blob.Name) is not { } name)
                continue;
            var text = blob.Properties.ContentLength > MostBytes ? "" : await TextAsync(blob.Name, cancellation);
            if (text is not null)
                profiles.Add(new(name, text));
        }
        return profiles;
    }

    public async Task WriteAsync(StoredText profile, CancellationToken cancellation) =>
        await store
            .Container(StoredNames.Settings)
            .GetBlobClient(Paths.Profile(profile.Name))
            .UploadAsync(BinaryData.FromString(profile.Text), overwrite: true, cancellation);

    private async Task<string?> TextAsync(string blob, CancellationToken cancellation)
    {
        try
        {
            var read = await store
                .Container(StoredNames.Settings)
                .GetBlobClient(blob)
                .DownloadContentAsync(cancellation);
            return read.Value.Content.ToString();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Removed since it was listed.
            return null;
        }
    }
}
