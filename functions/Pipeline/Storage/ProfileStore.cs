using Azure;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>Source profiles of staff as they are stored: one blob each, <c>settings/profiles/{slug of its name}.json</c>.</summary>
public sealed class ProfileStore(Store store)
{
    /// <summary>A profile is a page or two; anything bigger is none, and isn't read.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Before what staff once wrote: no profile any more, but whose files it is for can still be told.</summary>
    private const string Lost = "(đã mất) ";
    private const string Changed = "(bị sửa ngoài hệ thống) ";
    private readonly OwnSettings own = new(store);

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
        foreach (var lost in await LostAsync(profiles, cancellation))
            profiles.Add(new(lost, Lost + await own.TextAsync(Paths.Profile(lost), cancellation)));
        return profiles;
    }

    public async Task WriteAsync(StoredText profile, CancellationToken cancellation)
    {
        var blob = Paths.Profile(profile.Name);
        await own.WriteNotedAsync(blob, profile.Text, cancellation);
    }

    /// <summary>Notes what staff wrote, for a store of an earlier program, which didn't.</summary>
    public async Task NoteOwnAsync(CancellationToken cancellation)
    {
        var noted = await own.NotedAsync(Paths.Profiles, cancellation);
        foreach (var profile in await ReadAsync(cancellation))
        {
            if (!noted.Contains(Paths.Profile(profile.Name)))
                await own.NoteAsync(Paths.Profile(profile.Name), profile.Text, cancellation);
        }
    }

    /// <summary>Profiles that staff wrote and that are gone: their units' files are held back, as those of a damaged one.</summary>
    private async Task<IEnumerable<string>> LostAsync(List<StoredText> present, CancellationToken cancellation) =>
        (await own.NotedAsync(Paths.Profiles, cancellation))
            .Select(Paths.ProfileOf)
            .OfType<string>()
            .Except(present.Select(profile => profile.Name), StringComparer.Ordinal)
            .ToList();

    private async Task<string?> TextAsync(string blob, CancellationToken cancellation)
    {
        try
        {
            var read = (
                await store.Container(StoredNames.Settings).GetBlobClient(blob).DownloadContentAsync(cancellation)
            ).Value;
            return await own.IsAsWrittenAsync(blob, read, cancellation)
                ? read.Content.ToString()
                : Changed + read.Content;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Removed since it was listed.
            return null;
        }
    }
}
