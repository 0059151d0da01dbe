using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Receipts in blob storage. One that can't be read, or whose metadata says otherwise than it does itself, says nothing:
/// its upload is taken in again, and it is written over (design.md §4, laws 2b and 5). Nothing of a body that is not the
/// one that was written is used: it may say anything.
/// </summary>
public sealed class ReceiptStore(Store store, DamageMarks damages)
{
    private readonly BlobContainerClient container = store.Container(StoredNames.Receipts);

    /// <summary>
    /// Writes a receipt as the last thing of a take-in. For an upload that has a final receipt already, that one stays
    /// and is returned.
    /// </summary>
    /// <param name="receipt">What became of the upload.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="isTry">Whether it counts among the tries of a failed one.</param>
    public async Task<Receipt> WriteAsync(
        Receipt receipt,
        string path,
        CancellationToken cancellation,
        bool isTry = true
    )
    {
        var tries = isTry ? 1 : 0;
        if (await PutAsync(receipt, path, tries, over: null, cancellation))
            return receipt;
        var contention = new Contention(PlaceOf(path));
        while (true)
        {
            var earlier = await ReadAsync(path, cancellation);
            var final =
                earlier?.Receipt is { } told && told.ETag == receipt.ETag && Stands(told, receipt) ? told : null;
            if (final is not null && earlier!.IsSound)
                return final;
            if (await PutOverAsync(final ?? receipt, path, earlier, tries, cancellation))
                return final ?? receipt;
            await contention.PauseAsync(cancellation);
        }
    }

    /// <summary>
    /// Replaces even a final receipt: for a withdrawal, or another reading of the same export. A reading never replaces
    /// what was told of another export, nor a withdrawal.
    /// </summary>
    /// <returns>The receipt that stands.</returns>
    public async Task<Receipt> ReplaceAsync(Receipt receipt, string path, CancellationToken cancellation)
    {
        var contention = new Contention(PlaceOf(path));
        while (true)
        {
            var earlier = await ReadAsync(path, cancellation);
            if (earlier?.Receipt is { } told && !MayReplace(told, receipt))
                return told;
            if (await PutOverAsync(receipt, path, earlier, tries: 1, cancellation))
                return receipt;
            await contention.PauseAsync(cancellation);
        }
    }

    /// <summary>A refusal for want of its unit gives way to what became of the upload once it was listed.</summary>
    private static bool Stands(Receipt told, Receipt receipt) =>
        told.IsFinal && (AwaitedUnits.Note(told) is null || AwaitedUnits.Note(told) == AwaitedUnits.Note(receipt));

    private static bool MayReplace(Receipt earlier, Receipt receipt) =>
        receipt.Outcome is Intake.Outcome.Withdrawn
        || (earlier.ETag == receipt.ETag && earlier.Outcome is not Intake.Outcome.Withdrawn);

    /// <summary>The final receipt of the export of this ETag, if it has one.</summary>
    public async Task<Receipt?> FindFinalAsync(string code, string file, string etag, CancellationToken cancellation) =>
        await ReadAsync(Paths.Receipt(code, file), cancellation)
            is { IsSound: true, Receipt: { IsFinal: true } receipt }
        && receipt.ETag == etag
            ? receipt
            : null;

    /// <summary>Null where there is none, or none that can be read.</summary>
    public async Task<(Receipt Receipt, int Attempts)?> FindAsync(string path, CancellationToken cancellation) =>
        await ReadAsync(path, cancellation) is { Receipt: { } receipt } stored ? (receipt, stored.Attempts) : null;

    /// <summary>All receipts of uploads by path, from the listing alone; what says nothing is not among them.</summary>
    public async Task<Dictionary<string, ReceiptSummary>> SummariesAsync(string? prefix, CancellationToken cancellation)
    {
        var summaries = new Dictionary<string, ReceiptSummary>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix };
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            var (about, written) = (blob.Metadata, blob.Properties.LastModified ?? default);
            if (ReceiptSummary.In(about, written, blob.Properties.ContentHash) is { } summary)
                summaries[blob.Name] = summary;
            listed.Add(blob.Name);
        }
        foreach (var path in await UnreadableReceipts.UnderAsync(damages, options.Prefix, listed, cancellation))
            summaries.Remove(path);
        return summaries;
    }

    /// <summary>A receipt as it lies there.</summary>
    /// <param name="Receipt">Null when it can't be read.</param>
    /// <param name="IsSound">The listing says of it what it says itself.</param>
    /// <param name="Attempts">How often a failed one was tried.</param>
    /// <param name="Tag">Of this version.</param>
    private sealed record StoredReceipt(Receipt? Receipt, bool IsSound, int Attempts, ETag Tag);

    private async Task<bool> PutOverAsync(
        Receipt receipt,
        string path,
        StoredReceipt? earlier,
        int tries,
        CancellationToken cancellation
    )
    {
        var attempts = tries + (earlier?.Receipt?.ETag == receipt.ETag ? earlier.Attempts : 0);
        if (!await PutAsync(receipt, path, attempts, earlier?.Tag, cancellation))
            return false;
        if (earlier is { Receipt: null })
            await damages.ClearAsync(PlaceOf(path), cancellation);
        return true;
    }

    /// <summary>False when another receipt lies there than the one that was read.</summary>
    private async Task<bool> PutAsync(
        Receipt receipt,
        string path,
        int attempts,
        ETag? over,
        CancellationToken cancellation
    )
    {
        var json = receipt.ToJson();
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" },
            Metadata = ReceiptSummary.MetadataOf(receipt, json, attempts),
            Conditions = over is { } read ? new() { IfMatch = read } : new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(json), options, cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.IsMoved())
        {
            return false;
        }
    }

    private async Task<StoredReceipt?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var blob = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value;
            var summary = ReceiptSummary.In(blob.Details.Metadata, blob.Details.LastModified, blob.Details.ContentHash);
            if (ContentMark.IsOf(blob) && Receipt.TryFromJson(blob.Content) is { } receipt)
                return new(receipt, summary?.IsOf(receipt) ?? false, summary?.Attempts ?? 1, blob.Details.ETag);
            const string words = "phiếu nhận tệp bị hỏng, không đọc được; tệp được nạp lại ở lần quét tới nếu còn";
            await damages.SetAsync(new(PlaceOf(path), words), cancellation);
            return new(null, IsSound: false, summary?.Attempts ?? 1, blob.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.IsMissing())
        {
            return null;
        }
    }

    private static string PlaceOf(string path) => UnreadableReceipts.PlaceOf(path);
}
