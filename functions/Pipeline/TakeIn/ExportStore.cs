using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Uploads in blob storage, untouched.</summary>
public sealed class ExportStore(Store store, PutSpans spans)
{
    /// <summary>Larger uploads are refused unread (design.md §8).</summary>
    public const long MostBytes = 32 * 1024 * 1024;
    private const string Sha256Metadata = "sha256";
    private const string AttendedMetadata = "attended";
    private readonly BlobContainerClient container = store.Container(StoredNames.Exports);

    /// <summary>Null when it is gone.</summary>
    /// <param name="code">With the file, of a name that <see cref="Paths.SplitExport"/> has parsed.</param>
    /// <param name="file">What stands behind the code.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<FetchedExport?> FetchAsync(string code, string file, CancellationToken cancellation)
    {
        try
        {
            var blob = await container
                .GetBlobClient(Paths.Export(code, file))
                .DownloadStreamingAsync(cancellationToken: cancellation);
            using var answer = blob.Value;
            var details = answer.Details;
            var content =
                details.ContentLength > MostBytes
                    ? []
                    : await ReadAsync(answer.Content, (int)details.ContentLength, cancellation);
            var uploadedAt = UploadTime.Of(details.Metadata, details.LastModified);
            // An unread upload is told apart by its path and ETag; its content is never looked at.
            var sha =
                content.Length == 0 && details.ContentLength > 0
                    ? Hash(System.Text.Encoding.UTF8.GetBytes($"{code}/{file}/{details.ETag}"))
                    : Hash(content);
            var upload = new Upload(code, file, Plain(details.ETag), uploadedAt, sha, content)
            {
                TraceParent = PutSpans.ParentIn(details.Metadata),
            };
            var now = blob.GetRawResponse().Headers.Date ?? details.LastModified;
            return new(upload, details.ContentLength)
            {
                Age = now - details.LastModified,
                IsAttended = details.Metadata.ContainsKey(AttendedMetadata),
            };
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    /// <summary>Puts an upload into its place; the same path again replaces it as a new upload.</summary>
    /// <exception cref="UploadNameException">No upload can be called so.</exception>
    public async Task<Upload> PutAsync(
        string code,
        string file,
        byte[] content,
        long uploadedAt,
        CancellationToken cancellation
    )
    {
        var blob = container.GetBlobClient(UploadName.Parse(code, file).Path);
        var sha = Hash(content);
        var span = spans.Begin(code, file, uploadedAt, sha);
        var options = Attended(Options(uploadedAt, sha, span));
        var answer = await Tracing.InAsync(
            span,
            () => blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation)
        );
        return new Upload(code, file, Plain(answer.Value.ETag), uploadedAt, sha, content)
        {
            TraceParent = PutSpans.ParentIn(options.Metadata),
        };
    }

    /// <summary>Puts an upload into its place unless something lies there; false if so.</summary>
    public async Task<bool> AddAsync(
        string code,
        string file,
        byte[] content,
        long uploadedAt,
        CancellationToken cancellation
    )
    {
        var blob = container.GetBlobClient(UploadName.Parse(code, file).Path);
        var sha = Hash(content);
        var span = spans.Begin(code, file, uploadedAt, sha);
        var options = Options(uploadedAt, sha, span);
        options.Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await Tracing.InAsync(span, () => blob.UploadAsync(BinaryData.FromBytes(content), options, cancellation));
            return true;
        }
        catch (RequestFailedException exists) when (exists.IsMoved())
        {
            return false;
        }
    }

    public async Task<bool> ExistsAsync(string code, string file, CancellationToken cancellation) =>
        await container.GetBlobClient(Paths.Export(code, file)).ExistsAsync(cancellation);

    /// <summary>Puts an upload too large to be read into its place, piece by piece, unless the same lies there already.</summary>
    public async Task<FetchedExport> PutUnreadAsync(
        string code,
        string file,
        Stream content,
        long uploadedAt,
        CancellationToken cancellation
    )
    {
        var blob = container.GetBlobClient(UploadName.Parse(code, file).Path);
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        if (await FindAsync(code, file, sha, cancellation) is null)
        {
            content.Position = 0;
            var options = Attended(Options(uploadedAt, sha, span: null));
            await blob.UploadAsync(content, options, cancellation);
        }
        return await FetchAsync(code, file, cancellation)
            ?? throw new InvalidOperationException($"exports/{code}/{file} was put and is gone.");
    }

    /// <summary>The upload that already lies at this path with the same content, if any.</summary>
    public async Task<Upload?> FindSameAsync(string code, string file, byte[] content, CancellationToken cancellation)
    {
        var sha = Hash(content);
        return await FindAsync(code, file, sha, cancellation) is { } same
            ? new Upload(code, file, Plain(same.ETag), UploadTime.Of(same.Metadata, same.LastModified), sha, content)
            {
                TraceParent = PutSpans.ParentIn(same.Metadata),
            }
            : null;
    }

    /// <summary>All that lie there now, whatever their names.</summary>
    /// <exception cref="UnlistableException">Nobody can tell what lies there.</exception>
    public async Task<IReadOnlyList<ListedExport>> ListAsync(string? prefix, CancellationToken cancellation) =>
        [.. (await container.ListAllAsync(prefix, cancellation)).Select(Listed)];

    private static ListedExport Listed(BlobItem blob) =>
        new(blob.Name, Plain(blob.Properties.ETag ?? default), blob.Properties.LastModified ?? DateTimeOffset.MinValue);

    /// <summary>The names of a code's exports that were sent at one moment and may hold one content.</summary>
    public async Task<IReadOnlySet<string>> ListSentAsync(
        string code,
        long uploadedAt,
        string sha256,
        CancellationToken cancellation
    )
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = $"{code}/", Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            var sent = UploadTime.Of(blob.Metadata, blob.Properties.LastModified ?? default);
            if (sent == uploadedAt && (!blob.Metadata.TryGetValue(Sha256Metadata, out var sha) || sha == sha256))
                names.Add(blob.Name);
        }
        return names;
    }

    /// <summary>As the listing shows it: names that lead elsewhere are found, too.</summary>
    public async Task<ListedExport?> FindListedAsync(string name, CancellationToken cancellation) =>
        (await ListAsync(name, cancellation)).FirstOrDefault(listed => listed.Name == name);

    /// <summary>
    /// Deletes an export as it was listed, snapshots included; one that was replaced meanwhile is a new upload and stays.
    /// </summary>
    /// <param name="name">Addressable: of another, somebody else's blob would go.</param>
    /// <param name="etag">Of the version that was listed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestFailedException">A lease or a policy keeps it.</exception>
    public async Task DeleteAsync(string name, string etag, CancellationToken cancellation)
    {
        try
        {
            await container.DeleteBlobIfExistsAsync(
                name,
                DeleteSnapshotsOption.IncludeSnapshots,
                new BlobRequestConditions { IfMatch = new ETag(etag) },
                cancellation
            );
        }
        catch (RequestFailedException moved) when (moved.IsMoved())
        {
            // Replaced, or another instance deleted it.
        }
    }

    private async Task<BlobProperties?> FindAsync(string code, string file, string sha, CancellationToken cancellation)
    {
        try
        {
            var blob = container.GetBlobClient(Paths.Export(code, file));
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return properties.Metadata.TryGetValue(Sha256Metadata, out var stored) && stored == sha ? properties : null;
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    private static BlobUploadOptions Options(long uploadedAt, string sha, Activity? span)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Upload.UploadedAtMetadata] = uploadedAt.ToString(CultureInfo.InvariantCulture),
            [Sha256Metadata] = sha,
        };
        PutSpans.Note(span, metadata);
        return new() { Metadata = metadata };
    }

    /// <summary>Whoever puts it is shown the receipt at once: nobody is written to.</summary>
    private static BlobUploadOptions Attended(BlobUploadOptions options)
    {
        options.Metadata[AttendedMetadata] = "yes";
        return options;
    }

    private static string Plain(ETag etag) => etag.ToString("G").Trim('"');

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<byte[]> ReadAsync(Stream stream, int length, CancellationToken cancellation)
    {
        var content = new byte[length];
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }
}
