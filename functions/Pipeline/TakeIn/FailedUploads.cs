using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Gives uploads that could not be taken in the receipt "failed": they are tried again daily, so often.</summary>
public sealed partial class FailedUploads(
    ReceiptStore receipts,
    PoisonMarks marks,
    Instruments instruments,
    TimeProvider time,
    ILogger<FailedUploads> log
)
{
    /// <summary>"failed" is tried again daily, so many times (design.md §4, law 5), beside what the host tried.</summary>
    public const int MostAttempts = 5;
    private const string MarkPrefix = StoredNames.Exports + "/";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(24);

    /// <summary>Whether an upload with a failed receipt is to be tried now.</summary>
    internal static bool IsDue(ReceiptSummary failed, DateTimeOffset now) =>
        failed.Attempts == 0 || (failed.Attempts < MostAttempts && now - failed.TakenInAt >= RetryAfter);

    /// <summary>The export that a mark speaks of; null for a mark of another kind.</summary>
    public static string? OfMark(string mark) =>
        mark.StartsWith(MarkPrefix, StringComparison.Ordinal) ? mark[MarkPrefix.Length..] : null;

    /// <summary>Writes the receipt, and marks it for health.</summary>
    /// <param name="name">Of the export's blob.</param>
    /// <param name="etag">Of the export.</param>
    /// <param name="uploadedAt">When it was sent.</param>
    /// <param name="why">
    /// What failed at the try that this tells of. Null: the host gave it up, for whatever reason. Its tries come within
    /// minutes and fail as one when storage doesn't answer: the next sweep has the first that counts.
    /// </param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Receipt> TellAsync(
        string name,
        string etag,
        DateTimeOffset uploadedAt,
        Exception? why,
        CancellationToken cancellation
    )
    {
        var (code, file) = Paths.SplitExport(name) ?? (Keys.NoUnit, name);
        LogFailed(why, code);
        var sentence = ReceiptWords.Failed(file);
        var receipt = new Receipt
        {
            Unit = code,
            File = file,
            ETag = etag,
            UploadedAt = uploadedAt,
            Sha256 = "",
            Outcome = Outcome.Failed,
            Faults = [new RowFault(0, "", FaultCodes.ProcessingFailed, sentence)],
            TakenInAt = time.GetUtcNow(),
            Message = sentence,
        };
        // Another's name would be marked under a path that leads elsewhere; what is stuck there health names by itself.
        if (Paths.SplitExport(name) is not null)
            await marks.SetAsync(MarkPrefix + name, cancellation);
        var standing = await receipts.WriteAsync(receipt, Paths.ReceiptOf(name), cancellation, isTry: why is not null);
        if (ReferenceEquals(standing, receipt))
            instruments.CountReceipt(receipt);
        return standing;
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An upload of {Code} could not be taken in: see its receipt and docs/operations.md"
    )]
    private partial void LogFailed(Exception? why, string code);
}
