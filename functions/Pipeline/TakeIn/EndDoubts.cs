using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Ends doubts about an upload that counts no more, in the staff's list and in the receipts that tell of them.</summary>
public sealed class EndDoubts(Fingerprints fingerprints, ReceiptStore receipts, Registers registers)
{
    /// <summary>Done again after it was broken off, it ends the same.</summary>
    /// <param name="unit">Id of the unit for which the upload counted.</param>
    /// <param name="code">The code it was uploaded under.</param>
    /// <param name="receipt">Of the upload.</param>
    /// <param name="counted">What counts for the unit now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task EndAsync(
        string unit,
        string code,
        Receipt receipt,
        IEnumerable<JournalEntry> counted,
        CancellationToken cancellation
    )
    {
        var sha256 = receipt.Sha256;
        var copy = counted.FirstOrDefault(entry => entry.Rows.Count > 0 && entry.Sha256 == sha256)?.File;
        var upload = new Bringer(unit, code, receipt.File);
        foreach (var (later, first) in await fingerprints.PassOnAsync(sha256, upload, copy, cancellation))
            await TellAsync(sha256, later, first, cancellation);
    }

    private async Task TellAsync(string sha256, Bringer later, Bringer? first, CancellationToken cancellation)
    {
        var path = Paths.Receipt(later.Code, later.File);
        if (await receipts.FindAsync(path, cancellation) is not var (told, _) || told.Sha256 != sha256)
            return;
        var doubts = DoubtNote.Of(first, (await registers.GetAsync(cancellation)).Units);
        if (told.Outcome is not Outcome.Withdrawn && !told.Doubts.SequenceEqual(doubts))
            await receipts.ReplaceAsync(told with { Doubts = doubts }, path, cancellation);
    }
}
