using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>
/// A copy of each mail as it was posted, in container notices: that its row was lost can be told, and that there was a
/// mail is not forgotten with it (design.md §4, law 7).
/// </summary>
public sealed class MailCopies(Store store)
{
    private readonly Azure.Storage.Blobs.BlobContainerClient container = store.Container(StoredNames.Notices);

    public async Task<bool> HasAsync(string id, CancellationToken cancellation) =>
        await container.GetBlobClient(Paths.MailCopy(id)).ExistsAsync(cancellation);

    public Task PutAsync(StoredMail mail, CancellationToken cancellation)
    {
        var json = MarkedJson.Of(JsonSerializer.SerializeToUtf8Bytes(mail, MailCopyJson.Default.StoredMail));
        var (path, metadata) = (Paths.MailCopy(mail.Id), ContentMark.MetadataOf(json));
        PlaceMark.Note(container.Name, path, metadata);
        return container
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromBytes(json), new BlobUploadOptions { Metadata = metadata }, cancellation);
    }

    /// <summary>Ids of all mails that were ever posted.</summary>
    public async Task<IReadOnlySet<string>> IdsAsync(CancellationToken cancellation)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(new() { Prefix = Paths.MailCopies }, cancellation))
            ids.Add(Path.GetFileNameWithoutExtension(blob.Name));
        return ids;
    }

    /// <summary>Ids of those whose copy is what was written, as its listing shows or it says itself.</summary>
    public async Task<IReadOnlySet<string>> SoundIdsAsync(CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = Paths.MailCopies, Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            var id = Path.GetFileNameWithoutExtension(blob.Name);
            if (PlaceMark.Proves(container.Name, blob) || await FindAsync(id, cancellation) is not null)
                ids.Add(id);
        }
        return ids;
    }

    /// <summary>Null where there is none that can be read, somebody changed it, or it is another mail's.</summary>
    public async Task<StoredMail?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(Paths.MailCopy(id)).DownloadContentAsync(cancellation);
            var mail = JsonSerializer.Deserialize(
                MarkedJson.Checked(blob.Value.Content),
                MailCopyJson.Default.StoredMail
            );
            return mail?.Id == id ? mail : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(StoredMail))]
internal sealed partial class MailCopyJson : JsonSerializerContext;
