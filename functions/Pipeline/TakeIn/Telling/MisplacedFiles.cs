using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn.Telling;

/// <summary>Files at paths of no unit: no row of the uploads' table tells of them, and nobody knows their senders.</summary>
public sealed class MisplacedFiles(ExportStore exports, ReceiptStore receipts)
{
    /// <summary>Their receipts, as long as they lie there.</summary>
    public async Task<IReadOnlyList<Receipt>> SinceAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var found = new List<Receipt>();
        foreach (
            var path in (await receipts.SummariesAsync(Paths.ReceiptsOf(Paths.ImpossiblePaths), cancellation)).Keys
        )
        {
            if (
                await receipts.FindAsync(path, cancellation) is var (receipt, _)
                && receipt.UploadedAt >= since
                && await exports.FindListedAsync(receipt.File, cancellation) is not null
            )
                found.Add(receipt);
        }
        return found;
    }
}
