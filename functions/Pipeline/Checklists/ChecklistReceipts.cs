using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>
/// Receipts of checklists, beside those of exports. One that can't be read, or whose metadata says otherwise than it does
/// itself, says nothing: its checklist is taken in again, and it is written over.
/// </summary>
public sealed class ChecklistReceipts(Store store, DamageMarks damages)
{
    private readonly BlobContainerClient container = store.Container(StoredNames.Receipts);

    /// <summary>The receipt of the checklist that lies, or lay, in this place; null where it says nothing.</summary>
    public async Task<ChecklistReceipt?> FindAsync(string file, CancellationToken cancellation) =>
        await ReadAsync(file, cancellation) is { IsSound: true, Receipt: { } receipt } ? receipt : null;

    /// <summary>The checklists that receipts tell of.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(CancellationToken cancellation)
    {
        var files = new List<string>();
        foreach (var path in (await SummariesAsync(cancellation)).Keys)
        {
            if ((await ReadPathAsync(path, cancellation))?.Receipt is { } receipt)
                files.Add(receipt.File);
        }
        return files;
    }

    /// <summary>Writes a receipt. A final one of the same checklist stays and is returned.</summary>
    /// <param name="receipt">What became of the checklist.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="isTry">Whether it counts among the tries of a failed one.</param>
    public async Task<ChecklistReceipt> WriteAsync(
        ChecklistReceipt receipt,
        CancellationToken cancellation,
        bool isTry = true
    )
    {
        var contention = new Contention(PlaceOf(receipt.File));
        while (true)
        {
            var earlier = await ReadAsync(receipt.File, cancellation);
            var final = earlier?.Receipt is { IsFinal: true } told && told.ETag == receipt.ETag ? told : null;
            if (final is not null && earlier!.IsSound)
                return final;
            var attempts = (isTry ? 1 : 0) + (earlier?.Receipt?.ETag == receipt.ETag ? earlier.Attempts : 0);
            if (await PutAsync(final ?? receipt, attempts, earlier?.Tag, cancellation))
            {
                if (earlier is { Receipt: null })
                    await damages.ClearAsync(PlaceOf(receipt.File), cancellation);
                return final ?? receipt;
            }
            await contention.PauseAsync(cancellation);
        }
    }

    /// <summary>The checklist was copied to another store, where it has another ETag: its receipt speaks of that one.</summary>
    public async Task FollowAsync(string file, string before, string now, CancellationToken cancellation)
    {
        if (await ReadAsync(file, cancellation) is { Receipt: { } receipt } stored && receipt.ETag == before)
            await PutAsync(receipt with { ETag = now }, stored.Attempts, stored.Tag, cancellation);
    }

    /// <summary>By the receipt's path, from the listing alone; what says nothing is not among them.</summary>
    public async Task<Dictionary<string, ChecklistReceiptSummary>> SummariesAsync(CancellationToken cancellation)
    {
        var summaries = new Dictionary<string, ChecklistReceiptSummary>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = Paths.ChecklistReceipts };
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            var (about, written) = (blob.Metadata, blob.Properties.LastModified ?? default);
            if (ChecklistReceiptSummary.In(about, written, blob.Properties.ContentHash) is { } summary)
                summaries[blob.Name] = summary;
            listed.Add(blob.Name);
        }
        foreach (var path in await UnreadableReceipts.UnderAsync(damages, options.Prefix, listed, cancellation))
            summaries.Remove(path);
        return summaries;
    }

    private sealed record Stored(ChecklistReceipt? Receipt, bool IsSound, int Attempts, ETag Tag);

    private Task<Stored?> ReadAsync(string file, CancellationToken cancellation) =>
        ReadPathAsync(Paths.ChecklistReceipt(file), cancellation);

    private async Task<Stored?> ReadPathAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value;
            var summary = ChecklistReceiptSummary.In(
                blob.Details.Metadata,
                blob.Details.LastModified,
                blob.Details.ContentHash
            );
            if (ContentMark.IsOf(blob) && ChecklistReceipt.TryFromJson(blob.Content) is { } receipt)
                return new(receipt, summary?.IsOf(receipt) ?? false, summary?.Attempts ?? 1, blob.Details.ETag);
            const string words = "phiếu nhận phiếu kiểm tra bị hỏng, không đọc được; phiếu được nạp lại ở lần quét tới";
            await damages.SetAsync(new(UnreadableReceipts.PlaceOf(path), words), cancellation);
            return new(null, IsSound: false, summary?.Attempts ?? 1, blob.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    private static string PlaceOf(string file) => UnreadableReceipts.PlaceOf(Paths.ChecklistReceipt(file));

    /// <summary>False when another receipt lies there than the one that was read.</summary>
    private async Task<bool> PutAsync(
        ChecklistReceipt receipt,
        int attempts,
        ETag? over,
        CancellationToken cancellation
    )
    {
        var json = receipt.ToJson();
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = ChecklistReceiptSummary.MetadataOf(receipt, json, attempts),
            Conditions = over is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await container
                .GetBlobClient(Paths.ChecklistReceipt(receipt.File))
                .UploadAsync(BinaryData.FromBytes(json), options, cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.IsMoved())
        {
            return false;
        }
    }
}
