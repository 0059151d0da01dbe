using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Checklists;

/// <summary>Gives a checklist whose take-in failed five times the receipt "failed" and turns health red.</summary>
public sealed class MarkPoisonedChecklist(
    ChecklistFiles files,
    ChecklistReceipts receipts,
    PoisonMarks marks,
    TimeProvider time
)
{
    private const string Prefix = StoredNames.Checklists + "/";

    public async Task MarkAsync(string file, CancellationToken cancellation)
    {
        var checklist = (await files.ListAsync(cancellation)).FirstOrDefault(listed => listed.File == file);
        if (checklist is null)
            return;
        await marks.SetAsync(Prefix + file, cancellation);
        await receipts.WriteAsync(ChecklistReceipt.Failed(checklist, time.GetUtcNow()), cancellation);
    }

    /// <summary>Whether a mark speaks of a checklist that has been taken in meanwhile.</summary>
    public async Task<bool> IsPutRightAsync(string mark, CancellationToken cancellation) =>
        mark.StartsWith(Prefix, StringComparison.Ordinal)
        && await receipts.FindAsync(mark[Prefix.Length..], cancellation) is { IsFinal: true };
}
