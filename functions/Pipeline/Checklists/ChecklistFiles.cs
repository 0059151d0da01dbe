using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Uploaded checklists in container checklists, untouched.</summary>
public sealed class ChecklistFiles(Store store)
{
    private readonly BlobContainerClient container = store.Container(StoredNames.Checklists);

    /// <summary>Null when it is gone.</summary>
    public async Task<UploadedChecklist?> FetchAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(file).DownloadStreamingAsync(cancellationToken: cancellation);
            using var answer = blob.Value;
            var details = answer.Details;
            var isRead = details.ContentLength <= IntakeLimits.Standard.Bytes;
            var content = new byte[isRead ? details.ContentLength : 0];
            await answer.Content.ReadExactlyAsync(content, cancellation);
            var uploadedAt = UploadTime.Of(details.Metadata, details.LastModified);
            var sha = isRead ? Convert.ToHexStringLower(SHA256.HashData(content)) : "";
            return new(file, Plain(details.ETag), uploadedAt, sha, details.ContentLength, content);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    /// <summary>Puts a checklist into its place, unless the same content lies there already.</summary>
    /// <exception cref="UploadNameException">No file can be called so.</exception>
    public async Task PutAsync(string file, byte[] content, long uploadedAt, CancellationToken cancellation)
    {
        // Checklists may lie in folders.
        if (file.Split('/').Select(UploadName.ProblemOf).FirstOrDefault(problem => problem is not null) is { } problem)
            throw new UploadNameException(problem);
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        if ((await FetchAsync(file, cancellation))?.Sha256 == sha)
            return;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Upload.UploadedAtMetadata] = uploadedAt.ToString(CultureInfo.InvariantCulture),
        };
        var options = new BlobUploadOptions { Metadata = metadata };
        await container.GetBlobClient(file).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
    }

    /// <summary>As the listing shows it: names that lead elsewhere are found, too.</summary>
    public async Task<ListedChecklist?> FindListedAsync(string file, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).FirstOrDefault(listed => listed.File == file);

    public async Task<IReadOnlyList<ListedChecklist>> ListAsync(CancellationToken cancellation)
    {
        var checklists = new List<ListedChecklist>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            checklists.Add(
                new(
                    blob.Name,
                    Plain(blob.Properties.ETag ?? default),
                    (blob.Properties.LastModified ?? DateTimeOffset.MinValue).UtcTicks
                )
            );
        return checklists;
    }

    private static string Plain(ETag etag) => etag.ToString("G").Trim('"');
}
