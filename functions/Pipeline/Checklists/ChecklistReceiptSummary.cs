using System.Globalization;
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
)
{
    private const string ETagMetadata = "checklistetag";
    private const string ShaMetadata = "sha256";
    private const string OutcomeMetadata = "outcome";
    private const string AttemptsMetadata = "attempts";

    /// <summary>Null where the metadata isn't a checklist's receipt's, or not whole.</summary>
    internal static ChecklistReceiptSummary? In(
        IDictionary<string, string> metadata,
        DateTimeOffset written,
        byte[]? md5
    ) =>
        ContentMark.IsOf(md5, metadata)
        && metadata.TryGetValue(ETagMetadata, out var etag)
        && metadata.TryGetValue(ShaMetadata, out var sha)
        && metadata.TryGetValue(OutcomeMetadata, out var word)
        && Enum.TryParse<Outcome>(word, out var outcome)
        && Enum.IsDefined(outcome)
        && metadata.TryGetValue(AttemptsMetadata, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts)
            ? new(etag, sha, outcome, attempts, written)
            : null;

    internal static Dictionary<string, string> MetadataOf(ChecklistReceipt receipt, byte[] json, int attempts)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ETagMetadata] = receipt.ETag,
            [ShaMetadata] = receipt.Sha256.Length > 0 ? receipt.Sha256 : "-",
            [OutcomeMetadata] = receipt.Outcome.ToString(),
            [AttemptsMetadata] = attempts.ToString(CultureInfo.InvariantCulture),
        };
        ContentMark.Note(json, metadata);
        return metadata;
    }

    internal bool IsOf(ChecklistReceipt receipt) => ETag == receipt.ETag && Outcome == receipt.Outcome;
}
