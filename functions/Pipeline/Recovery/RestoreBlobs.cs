using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Recovery;

/// <summary>Writes containers from a backup's folder; what lies in its place already is left alone.</summary>
internal sealed class RestoreBlobs(Store store, BackupFolder folder)
{
    private const int Parallelism = 16;

    public Task RestoreAsync(BackedUpContainer container, ShowProgress show, CancellationToken cancellation) =>
        show(
            container.Name,
            container.Blobs.Count,
            step =>
                Parallel.ForEachAsync(
                    container.Blobs,
                    new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
                    async (blob, token) =>
                    {
                        await RestoreAsync(container.Name, blob, token);
                        step();
                    }
                )
        );

    private async Task RestoreAsync(string container, BackedUpBlob blob, CancellationToken cancellation)
    {
        // One such name takes a whole store down, or leads into another container.
        if (!BlobNames.IsSound(blob.Name))
            throw new RecoveryException(
                $"Bản sao lưu có một tên không dùng được trong {container}: \"{blob.Name}\". Bản sao lưu đã bị sửa đổi."
            );
        var client = store.Container(container).GetBlobClient(blob.Name);
        var metadata = MetadataOf(container, blob);
        if (await PutAsync(client, blob, metadata, onlyNew: true, cancellation))
            return;
        if (await IsThereAsync(client, blob, metadata, cancellation))
            return;
        if (container == StoredNames.Journal)
            throw new RecoveryException(
                $"journal/{blob.Name} đã có trong kho với nội dung khác. Nhật ký không bao giờ bị ghi đè; phục hồi vào một kho trống."
            );
        await PutAsync(client, blob, metadata, onlyNew: false, cancellation);
    }

    /// <summary>False: something lies there.</summary>
    private async Task<bool> PutAsync(
        BlobClient client,
        BackedUpBlob blob,
        Dictionary<string, string>? metadata,
        bool onlyNew,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            Metadata = metadata,
            HttpHeaders = blob.Type is { } type ? new BlobHttpHeaders { ContentType = type } : null,
            Conditions = onlyNew ? new BlobRequestConditions { IfNoneMatch = ETag.All } : null,
        };
        try
        {
            await using var content = folder.Open(blob.File);
            await client.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (onlyNew && exists.IsMoved())
        {
            return false;
        }
    }

    /// <summary>Put there by an earlier try, or given to every new store.</summary>
    private static async Task<bool> IsThereAsync(
        BlobClient client,
        BackedUpBlob blob,
        Dictionary<string, string>? metadata,
        CancellationToken cancellation
    )
    {
        using var answer = (await client.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
        var there = answer.Details.Metadata;
        var should = metadata ?? [];
        return there.Count == should.Count
            && should.All(each => there.TryGetValue(each.Key, out var value) && value == each.Value)
            && Convert.ToHexStringLower(await SHA256.HashDataAsync(answer.Content, cancellation)) == blob.Sha256;
    }

    /// <summary>
    /// Where an upload's place in time was told by when it was written, it is told by its metadata from now on: read
    /// again, it must not speak over a later one.
    /// </summary>
    private static Dictionary<string, string>? MetadataOf(string container, BackedUpBlob blob)
    {
        var metadata = blob.Metadata is null
            ? null
            : new Dictionary<string, string>(blob.Metadata, StringComparer.Ordinal);
        if (container is not (StoredNames.Exports or StoredNames.Checklists))
            return metadata;
        metadata ??= new(StringComparer.Ordinal);
        var sent = UploadTime.Of(metadata, blob.Modified);
        metadata[Upload.UploadedAtMetadata] = sent.ToString(CultureInfo.InvariantCulture);
        return metadata;
    }
}
