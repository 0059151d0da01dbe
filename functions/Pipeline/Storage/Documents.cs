using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CCHC.Pipeline.Storage;

/// <summary>A document as it lies there.</summary>
/// <param name="IsThere">False: nothing does.</param>
/// <param name="Content">Null where it isn't what was written.</param>
public sealed record StoredDocument(bool IsThere, BinaryData? Content);

/// <summary>
/// Documents in containers notices and reports. Each says in its metadata where and with which content it was
/// written, and with which those that were written together with it: so one that was lost, or put over by whatever tool,
/// is told from the others (design.md §4, law 2b; docs/adr/0018).
/// </summary>
public sealed class Documents(Store store)
{
    /// <summary>Stores one of several that are written together.</summary>
    internal async Task PutAsync(
        string container,
        Document document,
        IEnumerable<DocumentMark> together,
        CancellationToken cancellation
    )
    {
        var metadata = together
            .Where(other => other.Path != document.Path)
            .ToDictionary(other => other.Key, other => other.Md5, StringComparer.Ordinal);
        ContentMark.Note(document.Content, metadata);
        PlaceMark.Note(container, document.Path, metadata);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = document.ContentType },
            Metadata = metadata,
        };
        await Blob(container, document.Path).UploadAsync(BinaryData.FromBytes(document.Content), options, cancellation);
    }

    /// <summary>Reads one, for whoever hands it out: nothing of a damaged one is used.</summary>
    public async Task<StoredDocument> ReadAsync(string container, string path, CancellationToken cancellation)
    {
        try
        {
            var blob = (await Blob(container, path).DownloadContentAsync(cancellation)).Value;
            var isSound =
                !PlaceMark.IsAnothers(container, path, blob.Details.Metadata)
                && ContentMark.IsOf(blob)
                && await IsAsOthersTellAsync(container, path, blob.Content, cancellation);
            return new(IsThere: true, isSound ? blob.Content : null);
        }
        catch (RequestFailedException none) when (none.IsMissing())
        {
            return new(IsThere: false, null);
        }
    }

    /// <summary>Documents whose names begin so, folders below included or not.</summary>
    internal async Task<ListedDocuments> ListAsync(
        string container,
        string prefix,
        bool withFolders,
        CancellationToken cancellation
    )
    {
        var blobs = new List<BlobItem>();
        var options = new GetBlobsByHierarchyOptions
        {
            Traits = BlobTraits.Metadata,
            Prefix = prefix,
            Delimiter = withFolders ? null : "/",
        };
        await foreach (var item in store.Container(container).GetBlobsByHierarchyAsync(options, cancellation))
        {
            if (item.IsBlob && Paths.IsForReaders(item.Blob.Name))
                blobs.Add(item.Blob);
        }
        return new(container, blobs);
    }

    /// <summary>A document and those that were written together with it.</summary>
    internal Task<ListedDocuments> ListTogetherAsync(string container, string path, CancellationToken cancellation) =>
        ListAsync(container, Paths.WrittenTogether(container, path), withFolders: false, cancellation);

    /// <summary>
    /// One without a mark of its own is of an earlier version, or was put there by another tool; one with it may be an
    /// earlier content, put back by itself.
    /// </summary>
    private async Task<bool> IsAsOthersTellAsync(
        string container,
        string path,
        BinaryData content,
        CancellationToken cancellation
    ) =>
        (await ListTogetherAsync(container, path, cancellation)).AgreeOn(
            new(path, ContentMark.Of(content.ToMemory().Span))
        );

    private BlobClient Blob(string container, string path) => store.Container(container).GetBlobClient(path);
}
