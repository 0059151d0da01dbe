using System.Globalization;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What the listing of receipts tells without opening them.</summary>
/// <param name="ETag">Of the export it speaks of.</param>
/// <param name="IsFinal">False for "failed".</param>
/// <param name="Attempts">How often a failed one was tried.</param>
/// <param name="TakenInAt">When.</param>
public sealed record ReceiptSummary(string ETag, bool IsFinal, int Attempts, DateTimeOffset TakenInAt)
{
    private const string ETagMetadata = "exportetag";
    private const string FinalMetadata = "final";
    private const string AttemptsMetadata = "attempts";
    private const string AwaitsMetadata = "awaits";
    private const string SentMetadata = "sent";

    /// <summary>The unit it waits for, as <see cref="AwaitedUnits"/> notes it; null for none.</summary>
    internal string? Awaits { get; private init; }

    /// <summary>When its export was sent, and what it held; null where it isn't told.</summary>
    private string? Sent { get; init; }

    /// <summary>Null where the metadata isn't a receipt's, or not whole.</summary>
    internal static ReceiptSummary? In(IDictionary<string, string> metadata, DateTimeOffset written, byte[]? md5) =>
        ContentMark.IsOf(md5, metadata)
        && metadata.TryGetValue(ETagMetadata, out var etag)
        && metadata.TryGetValue(FinalMetadata, out var final)
        && final is "yes" or "no"
        && metadata.TryGetValue(AttemptsMetadata, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            ? new(etag, final == "yes", attempts, written)
            {
                Awaits = metadata.TryGetValue(AwaitsMetadata, out var unit) ? unit : null,
                Sent = metadata.TryGetValue(SentMetadata, out var sent) ? sent : null,
            }
            : null;

    internal static Dictionary<string, string> MetadataOf(Receipt receipt, byte[] json, int attempts)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ETagMetadata] = receipt.ETag,
            [FinalMetadata] = receipt.IsFinal ? "yes" : "no",
            [AttemptsMetadata] = attempts.ToString(CultureInfo.InvariantCulture),
            [SentMetadata] = SentOf(receipt),
        };
        if (AwaitedUnits.Note(receipt) is { } unit)
            metadata[AwaitsMetadata] = unit;
        ContentMark.Note(json, metadata);
        return metadata;
    }

    /// <summary>Whether it may be of an export sent at the same moment with the same content as another.</summary>
    internal bool MayBeSent(Receipt other) => Sent is null || Sent == SentOf(other);

    private static string SentOf(Receipt receipt) =>
        string.Create(CultureInfo.InvariantCulture, $"{receipt.UploadedAt.UtcTicks}-{receipt.Sha256}");

    internal bool IsOf(Receipt receipt) => ETag == receipt.ETag && IsFinal == receipt.IsFinal;

    /// <summary>Whether it says of an export, as listed, that it is done.</summary>
    public bool SaysDone(ListedExport export) => IsFinal && ETag == export.ETag;
}
