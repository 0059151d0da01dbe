using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Checklists;

/// <summary>
/// Takes in every checklist without a final receipt of its ETag: every delivery path can lose an event. They are few,
/// so all are looked at each time.
/// </summary>
public sealed partial class SweepChecklists(
    ChecklistFiles files,
    ChecklistReceipts receipts,
    TakeInChecklist takeIn,
    MarkPoisonedChecklist failed,
    TimeProvider time,
    ILogger<SweepChecklists> log
)
{
    /// <summary>"failed" is tried again daily, so many times.</summary>
    public const int MostAttempts = 5;
    private static readonly TimeSpan RetryFailedAfter = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<ChecklistReceipt>> SweepAsync(CancellationToken cancellation)
    {
        var known = await receipts.SummariesAsync(cancellation);
        var waiting = (await files.ListAsync(cancellation)).Where(checklist => Waits(checklist, known)).ToList();
        if (waiting.Count > 0)
            LogWaiting(waiting.Count);
        var taken = new List<ChecklistReceipt>();
        await InTurn.ForEachAsync(
            waiting.OrderBy(checklist => checklist.UploadedAt),
            async checklist =>
            {
                var failures = await InTurn.TryEachAsync(
                    [checklist],
                    async one =>
                    {
                        if (await takeIn.TakeInAsync(one.File, cancellation) is { } receipt)
                            taken.Add(receipt);
                    }
                );
                if (failures is not [var failure])
                    return;
                if (!InTurn.IsOfOneItself(failure))
                    InTurn.Throw(failures);
                LogFailed(failure);
                taken.Add(await failed.MarkAsync(checklist, cancellation));
            }
        );
        return taken;
    }

    private bool Waits(ListedChecklist checklist, Dictionary<string, ChecklistReceiptSummary> known)
    {
        if (
            !known.TryGetValue(Paths.ChecklistReceipt(checklist.File), out var receipt)
            || receipt.ETag != checklist.ETag
        )
            return true;
        return receipt.Outcome is Outcome.Failed
            && (
                receipt.Attempts == 0
                || (receipt.Attempts < MostAttempts && time.GetUtcNow() - receipt.TakenInAt >= RetryFailedAfter)
            );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep found {Waiting} checklists without a receipt")]
    private partial void LogWaiting(int waiting);

    [LoggerMessage(Level = LogLevel.Error, Message = "A checklist could not be taken in: see its receipt")]
    private partial void LogFailed(Exception why);
}
