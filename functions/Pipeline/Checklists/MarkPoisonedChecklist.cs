using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Gives a checklist that could not be taken in the receipt "failed" and turns health red.</summary>
public sealed class MarkPoisonedChecklist(
    ChecklistFiles files,
    ChecklistReceipts receipts,
    PoisonMarks marks,
    TimeProvider time
)
{
    private const string Prefix = StoredNames.Checklists + "/";

    /// <summary>The checklist that a mark speaks of; null for a mark of another kind.</summary>
    public static string? OfMark(string mark) =>
        mark.StartsWith(Prefix, StringComparison.Ordinal) ? mark[Prefix.Length..] : null;

    /// <summary>The host gave it up, for whatever reason: the next sweep has the first try that counts.</summary>
    public async Task MarkAsync(string file, CancellationToken cancellation)
    {
        if (await files.FindListedAsync(file, cancellation) is { } checklist)
            await MarkAsync(checklist, isTry: false, cancellation);
    }

    /// <summary>It is tried again daily, five times in all.</summary>
    /// <returns>The receipt that stands.</returns>
    internal Task<ChecklistReceipt> MarkAsync(ListedChecklist checklist, CancellationToken cancellation) =>
        MarkAsync(checklist, isTry: true, cancellation);

    private async Task<ChecklistReceipt> MarkAsync(
        ListedChecklist checklist,
        bool isTry,
        CancellationToken cancellation
    )
    {
        if (Paths.IsChecklist(checklist.File))
            await marks.SetAsync(Prefix + checklist.File, cancellation);
        return await receipts.WriteAsync(ChecklistReceipt.Failed(checklist, time.GetUtcNow()), cancellation, isTry);
    }

    /// <summary>Whether a mark speaks of a checklist that has been taken in meanwhile.</summary>
    public async Task<bool> IsPutRightAsync(string mark, CancellationToken cancellation) =>
        OfMark(mark) is { } file && await receipts.FindAsync(file, cancellation) is { IsFinal: true };
}
