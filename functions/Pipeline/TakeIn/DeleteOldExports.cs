using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Personal data leaves after 30 days: uploads with a final receipt are deleted; the journal keeps what counts. One that
/// it has lost stays (law 2b: a lost upload is worse). Each has its turn: what stays is named by health, and told.
/// </summary>
public sealed partial class DeleteOldExports(
    ExportStore exports,
    ReceiptStore receipts,
    OnlyCopies copies,
    StuckExports stuck,
    TimeProvider time,
    ILogger<DeleteOldExports> log
)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Returns how many were deleted.</summary>
    /// <exception cref="PartlyDoneException">Some could not be; all others were.</exception>
    public async Task<int> DeleteAsync(CancellationToken cancellation)
    {
        var known = await receipts.SummariesAsync(null, cancellation);
        var lying = await exports.ListAsync(null, cancellation);
        var unreachable = lying.Select(StuckExports.Unreachable).OfType<Damage>().ToList();
        var old = lying.Where(export => BlobNames.IsAddressable(export.Name) && MayGo(export, known)).ToList();
        var (failures, left) = (new List<Exception>(), new List<Damage>());
        foreach (var export in old)
        {
            foreach (var failure in await InTurn.TryEachAsync([export], DeleteAsync))
            {
                failures.Add(failure);
                left.Add(StuckExports.Undeletable(export, failure));
            }
        }
        LogDeleted(old.Count - left.Count, left.Count);
        await stuck.NoteAsync([.. unreachable, .. left], isPast: _ => true, cancellation);
        InTurn.Throw(failures);
        return old.Count - left.Count;

        async Task DeleteAsync(ListedExport export)
        {
            if (await copies.FindAsync(export, cancellation) is { } only)
                left.Add(only);
            else
                await exports.DeleteAsync(export.Name, export.ETag, cancellation);
        }
    }

    private bool MayGo(ListedExport export, Dictionary<string, ReceiptSummary> known) =>
        time.GetUtcNow() - export.LastModified >= Kept
        && known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt)
        && receipt.SaysDone(export);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Deleted {Deleted} exports older than 30 days, {Left} could not be"
    )]
    private partial void LogDeleted(int deleted, int left);
}
