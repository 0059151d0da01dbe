using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>What the listing of receipts tells of a checklist's without opening it.</summary>
/// <param name="ETag">Of the checklist it speaks of.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Attempts">How often a failed one was tried.</param>
/// <param name="TakenInAt">When.</param>
public sealed record ChecklistReceiptSummary(
    string ETag,
    string Sha256,
    Outcome Outcome,
    int Attempts,
    DateTimeOffset TakenInAt
);

/// <summary>Receipts of checklists, beside those of exports.</summary>
public sealed class ChecklistReceipts(Store store)
{
    private const string ETagMetadata = "checklistetag";
    private const string ShaMetadata = "sha256";
    private const string OutcomeMetadata = "outcome";
    private const string AttemptsMetadata = "attempts";
    private readonly BlobContainerClient container = store.Container(StoredNames.Receipts);

    /// <summary>The receipt of the checklist that lies, or lay, in this place.</summary>
    public async Task<ChecklistReceipt?> FindAsync(string file, CancellationToken cancellation) =>
        (await ReadAsync(file, cancellation))?.Receipt;

    /// <summary>
    /// Writes a receipt: its page first, then the JSON that says "done". A final receipt of the same checklist stays
    /// and is returned.
    /// </summary>
    public async Task<ChecklistReceipt> WriteAsync(ChecklistReceipt receipt, CancellationToken cancellation)
    {
        while (true)
        {
            var earlier = await ReadAsync(receipt.File, cancellation);
            if (earlier?.Receipt is { IsFinal: true } final && final.ETag == receipt.ETag)
                return final;
            await PutPageAsync(receipt, cancellation);
            var attempts = earlier?.Receipt.ETag == receipt.ETag ? earlier.Attempts + 1 : 1;
            if (await PutJsonAsync(receipt, attempts, earlier?.Tag, cancellation))
                return receipt;
        }
    }

    /// <summary>The checklist was copied to another store, where it has another ETag: its receipt speaks of that one.</summary>
    public async Task FollowAsync(string file, string before, string now, CancellationToken cancellation)
    {
        if (await ReadAsync(file, cancellation) is { } stored && stored.Receipt.ETag == before)
            await PutJsonAsync(stored.Receipt with { ETag = now }, stored.Attempts, stored.Tag, cancellation);
    }

    /// <summary>By the checklist's blob name, from the listing alone.</summary>
    public async Task<Dictionary<string, ChecklistReceiptSummary>> SummariesAsync(CancellationToken cancellation)
    {
        var (before, after) = (Paths.ChecklistReceipt("").Length - ".json".Length, ".json".Length);
        var summaries = new Dictionary<string, ChecklistReceiptSummary>(StringComparer.Ordinal);
        var options = new GetBlobsOptions
        {
            Traits = BlobTraits.Metadata,
            Prefix = Paths.ChecklistReceipt("")[..before],
        };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (blob.Metadata.TryGetValue(ETagMetadata, out var etag))
                summaries[blob.Name[before..^after]] = new(
                    etag,
                    blob.Metadata[ShaMetadata],
                    Enum.Parse<Outcome>(blob.Metadata[OutcomeMetadata]),
                    int.Parse(blob.Metadata[AttemptsMetadata], CultureInfo.InvariantCulture),
                    blob.Properties.LastModified ?? DateTimeOffset.MinValue
                );
        }
        return summaries;
    }

    private sealed record Stored(ChecklistReceipt Receipt, int Attempts, ETag Tag);

    private async Task<Stored?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(Paths.ChecklistReceipt(file)).DownloadContentAsync(cancellation);
            var attempts = int.Parse(blob.Value.Details.Metadata[AttemptsMetadata], CultureInfo.InvariantCulture);
            return new(ChecklistReceipt.FromJson(blob.Value.Content), attempts, blob.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private async Task PutPageAsync(ChecklistReceipt receipt, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = ChecklistReceiptPage.ContentType } };
        await container
            .GetBlobClient(Paths.ChecklistReceiptPage(receipt.File))
            .UploadAsync(BinaryData.FromString(ChecklistReceiptPage.Write(receipt)), options, cancellation);
    }

    /// <summary>False when another receipt lies there than the one that was read.</summary>
    private async Task<bool> PutJsonAsync(
        ChecklistReceipt receipt,
        int attempts,
        ETag? over,
        CancellationToken cancellation
    )
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ETagMetadata] = receipt.ETag,
                [ShaMetadata] = receipt.Sha256.Length > 0 ? receipt.Sha256 : "-",
                [OutcomeMetadata] = receipt.Outcome.ToString(),
                [AttemptsMetadata] = attempts.ToString(CultureInfo.InvariantCulture),
            },
            Conditions = over is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await container
                .GetBlobClient(Paths.ChecklistReceipt(receipt.File))
                .UploadAsync(BinaryData.FromBytes(receipt.ToJson()), options, cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 409 or 412)
        {
            return false;
        }
    }
}
