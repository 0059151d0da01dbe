using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>What a take-in tells of its uploads once they are in journal, ledger and figures.</summary>
public sealed class TakenReceipts(
    Fingerprints fingerprints,
    Registers registers,
    JournalStore journal,
    UnfinishedWork unfinished,
    TimeProvider time
)
{
    /// <summary>Notes who brought its content, and who had before.</summary>
    internal async Task NoteAsync(
        TakenExport export,
        IReadOnlyDictionary<string, PassResult> results,
        CancellationToken cancellation
    )
    {
        if (export.Counted is not { Rows.Count: > 0, Unit: var unit } || IsWithdrawn(export, results))
            return;
        var upload = export.Reading.Upload;
        var bringer = new Bringer(unit, upload.Code, upload.File);
        export.Before = await fingerprints.NoteAsync(upload.Sha256, bringer, cancellation);
    }

    internal async Task<Receipt> OfAsync(
        TakenExport export,
        IReadOnlyDictionary<string, PassResult> results,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        if (export.Entry is not { } entry)
            return Receipt.Of(export.Reading, null, isDuplicate: false, now);
        if (IsWithdrawn(export, results))
        {
            var withdrawal = await journal.ReadWithdrawalAsync(entry.Unit, entry.Stamp, cancellation);
            var message = ReceiptWords.Withdrawn(entry.File, withdrawal);
            return Receipt.Of(export.Reading, null, isDuplicate: false, now).AsWithdrawn(withdrawal, message, now);
        }
        // What was journalled counts; another reading of it is the business of RetakeUploads.
        if (export.IsOutdated)
            await unfinished.BeginAsync(RetakeUploads.Work + export.Reading.Upload.Code, "", cancellation);
        var result = results[entry.Unit];
        var receipt = Receipt.Of(
            export.Reading,
            result.Effects.GetValueOrDefault(entry.Stamp),
            result.Ledger.HasEarlierCopyOf(entry.Stamp),
            now
        );
        var units = (await registers.GetAsync(cancellation)).Units;
        return receipt with { Doubts = DoubtNote.Of(export.Before, units) };
    }

    private static bool IsWithdrawn(TakenExport export, IReadOnlyDictionary<string, PassResult> results) =>
        export.Counted is not { } entry || results[entry.Unit].Ledger.Withdrawn.Contains(entry.Stamp);
}
