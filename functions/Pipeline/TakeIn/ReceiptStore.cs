using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
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
    /// Writes a receipt as the last thing of a take-in: its page and table first, then the JSON that says "done". For
    /// an upload that has a final receipt already, that one stays and is returned.
    /// </summary>
    public async Task<Receipt> WriteAsync(Receipt receipt, ReceiptPaths paths, CancellationToken cancellation)
    {
        await PutFormsAsync(receipt, paths, cancellation);
        if (await PutJsonAsync(receipt, paths, attempts: 1, over: null, cancellation))
            return receipt;
        while (true)
        {
            var earlier = await ReadAsync(paths.Json, cancellation);
            if (earlier is { Receipt.IsFinal: true } && earlier.Receipt.ETag == receipt.ETag)
            {
                // What another reading or a withdrawal has told stays told, in every form.
                await PutFormsAsync(earlier.Receipt, paths, cancellation);
                return earlier.Receipt;
            }
            if (await PutOverAsync(receipt, paths, earlier, cancellation))
                return receipt;
        }
    }

    /// <summary>
    /// Replaces even a final receipt: for a withdrawal, or another reading of the same export. A reading never replaces
    /// what was told of another export, nor a withdrawal.
    /// </summary>
    /// <returns>The receipt that stands.</returns>
    public async Task<Receipt> ReplaceAsync(Receipt receipt, ReceiptPaths paths, CancellationToken cancellation)
    {
        while (true)
        {
            var earlier = await ReadAsync(paths.Json, cancellation);
            if (earlier is not null && !MayReplace(earlier.Receipt, receipt))
            {
                await PutFormsAsync(earlier.Receipt, paths, cancellation);
                return earlier.Receipt;
            }
            await PutFormsAsync(receipt, paths, cancellation);
            if (await PutOverAsync(receipt, paths, earlier, cancellation))
                return receipt;
        }
    }

    private static bool MayReplace(Receipt earlier, Receipt receipt) =>
        receipt.Outcome is Outcome.Withdrawn
        || (earlier.ETag == receipt.ETag && earlier.Outcome is not Outcome.Withdrawn);

    /// <summary>The final receipt of the export of this ETag, if it has one.</summary>
    public async Task<Receipt?> FindFinalAsync(string code, string file, string etag, CancellationToken cancellation) =>
        await ReadAsync(Paths.Receipt(code, file), cancellation) is { Receipt: { IsFinal: true } receipt }
        && receipt.ETag == etag
            ? receipt
            : null;

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

    private sealed record StoredReceipt(Receipt Receipt, int Attempts, ETag Tag);

    /// <summary>Over a receipt that was there: one of an earlier export has left its table, too.</summary>
    private async Task<bool> PutOverAsync(
        Receipt receipt,
        ReceiptPaths paths,
        StoredReceipt? earlier,
        CancellationToken cancellation
    )
    {
        if (earlier is not null && paths.Faults is not null && !HasFaults(receipt))
            await container.DeleteBlobIfExistsAsync(paths.Faults, cancellationToken: cancellation);
        var attempts = earlier?.Receipt.ETag == receipt.ETag ? earlier.Attempts + 1 : 1;
        return await PutJsonAsync(receipt, paths, attempts, earlier?.Tag, cancellation);
    }

    /// <summary>The forms that are made of the receipt alone.</summary>
    private async Task PutFormsAsync(Receipt receipt, ReceiptPaths paths, CancellationToken cancellation)
    {
        var page = new BlobUploadOptions { HttpHeaders = new() { ContentType = ReceiptPage.ContentType } };
        await UploadAsync(paths.Page, ReceiptPage.Of(receipt), page, cancellation);
        if (!HasFaults(receipt) || paths.Faults is null)
            return;
        var table = new BlobUploadOptions { HttpHeaders = new() { ContentType = FaultsCsv.ContentType } };
        await UploadAsync(paths.Faults, FaultsCsv.Of(receipt), table, cancellation);
    }

    /// <summary>False when another receipt lies there than the one that was read.</summary>
    private async Task<bool> PutJsonAsync(
        Receipt receipt,
        ReceiptPaths paths,
        int attempts,
        ETag? over,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = Metadata(receipt, attempts),
            Conditions = over is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await UploadAsync(paths.Json, receipt.ToJson(), options, cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task UploadAsync(
        string path,
        byte[] content,
        BlobUploadOptions options,
        CancellationToken cancellation
    ) => await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), options, cancellation);

    /// <summary>Warnings alone need no table: the page lists them, and an everyday increment may have some.</summary>
    private static bool HasFaults(Receipt receipt) => receipt.Faults.Count > 0;

    private async Task<StoredReceipt?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(path).DownloadContentAsync(cancellation);
            var attempts = blob.Value.Details.Metadata.TryGetValue(AttemptsMetadata, out var text) ? text : "1";
            var times = int.Parse(attempts, CultureInfo.InvariantCulture);
            return new(Receipt.FromJson(blob.Value.Content), times, blob.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
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
