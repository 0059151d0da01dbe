using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Personal data leaves after 30 days: uploads with a final receipt are deleted; the journal keeps what counts.</summary>
public sealed partial class DeleteOldExports(
    ExportStore exports,
    ReceiptStore receipts,
    TimeProvider time,
    ILogger<DeleteOldExports> log
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Returns how many were deleted.</summary>
    public async Task<int> DeleteAsync(CancellationToken cancellation)
    {
        var known = await receipts.SummariesAsync(null, cancellation);
        var deleted = 0;
        foreach (var export in await exports.ListAsync(null, cancellation))
        {
            if (time.GetUtcNow() - export.LastModified < Kept || !HasFinalReceipt(export, known))
                continue;
            await exports.DeleteAsync(export.Name, export.ETag, cancellation);
            deleted++;
        }
        LogDeleted(deleted);
        return deleted;
    }

    private static bool HasFinalReceipt(ListedExport export, Dictionary<string, ReceiptSummary> known)
    {
        return known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt)
            && receipt.IsFinal
            && receipt.ETag == export.ETag;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Deleted} exports older than 30 days")]
    private partial void LogDeleted(int deleted);
}
