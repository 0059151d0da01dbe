using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What the listing of receipts tells without opening them.</summary>
/// <param name="ETag">Of the export it speaks of.</param>
/// <param name="IsFinal">False for "failed".</param>
/// <param name="Attempts">How often a failed one was tried.</param>
/// <param name="TakenInAt">When.</param>
public sealed record ReceiptSummary(string ETag, bool IsFinal, int Attempts, DateTimeOffset TakenInAt);

/// <summary>Receipts in blob storage.</summary>
public sealed class ReceiptStore(Store store)
{
    private const string ETagMetadata = "exportetag";
    private const string FinalMetadata = "final";
    private const string AttemptsMetadata = "attempts";
    private readonly BlobContainerClient container = store.Container(StoredNames.Receipts);

    /// <summary>
    /// Writes a receipt as the last thing of a take-in. For an upload that has a final receipt already, that one
    /// stays and is returned.
    /// </summary>
    public async Task<Receipt> WriteAsync(
        Receipt receipt,
        string path,
        string? faultsPath,
        CancellationToken cancellation
    )
    {
        var hasFaults = receipt.Faults.Count + receipt.Warnings.Count > 0;
        if (hasFaults && faultsPath is not null)
            await PutAsync(faultsPath, FaultsCsv.Of(receipt), "text/csv; charset=utf-8", null, null, cancellation);
        var isFirst = await PutAsync(
            path,
            receipt.ToJson(),
            "application/json",
            Metadata(receipt, 1),
            ETag.All,
            cancellation
        );
        if (isFirst)
            return receipt;
        var earlier = await ReadAsync(path, cancellation);
        if (earlier is { Receipt.IsFinal: true } && earlier.Receipt.ETag == receipt.ETag)
            return earlier.Receipt;
        if (!hasFaults && faultsPath is not null)
            await container.DeleteBlobIfExistsAsync(faultsPath, cancellationToken: cancellation);
        var attempts = earlier?.Receipt.ETag == receipt.ETag ? earlier.Attempts + 1 : 1;
        await PutAsync(path, receipt.ToJson(), "application/json", Metadata(receipt, attempts), null, cancellation);
        return receipt;
    }

    public async Task<(Receipt Receipt, int Attempts)?> FindAsync(string path, CancellationToken cancellation) =>
        await ReadAsync(path, cancellation) is { } stored ? (stored.Receipt, stored.Attempts) : null;

    /// <summary>All receipts by path, from the listing alone.</summary>
    public async Task<Dictionary<string, ReceiptSummary>> SummariesAsync(string? prefix, CancellationToken cancellation)
    {
        var summaries = new Dictionary<string, ReceiptSummary>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (blob.Metadata.TryGetValue(ETagMetadata, out var etag))
                summaries[blob.Name] = new(
                    etag,
                    blob.Metadata[FinalMetadata] == "yes",
                    int.Parse(blob.Metadata[AttemptsMetadata], CultureInfo.InvariantCulture),
                    blob.Properties.LastModified ?? DateTimeOffset.MinValue
                );
        }
        return summaries;
    }

    private sealed record StoredReceipt(Receipt Receipt, int Attempts);

    private async Task<StoredReceipt?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(path).DownloadContentAsync(cancellation);
            var attempts = blob.Value.Details.Metadata.TryGetValue(AttemptsMetadata, out var text) ? text : "1";
            return new(Receipt.FromJson(blob.Value.Content), int.Parse(attempts, CultureInfo.InvariantCulture));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> PutAsync(
        string path,
        byte[] content,
        string type,
        IDictionary<string, string>? metadata,
        ETag? ifNoneMatch,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = type },
            Metadata = metadata,
            Conditions = ifNoneMatch is null ? null : new BlobRequestConditions { IfNoneMatch = ifNoneMatch },
        };
        try
        {
            await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), options, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (ifNoneMatch is not null && exists.Status is 409 or 412)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Metadata(Receipt receipt, int attempts) =>
        new(StringComparer.Ordinal)
        {
            [ETagMetadata] = receipt.ETag,
            [FinalMetadata] = receipt.IsFinal ? "yes" : "no",
            [AttemptsMetadata] = attempts.ToString(CultureInfo.InvariantCulture),
        };
}
