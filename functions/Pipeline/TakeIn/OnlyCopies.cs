using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Uploads that should count and whose journal entry is lost, or can't be read: only they can heal it.</summary>
public sealed class OnlyCopies(ReceiptStore receipts, JournalStore journal, DamageMarks marks)
{
    /// <summary>What to tell of an upload that has to stay; null = the journal has it, or it doesn't count.</summary>
    public async Task<Damage?> FindAsync(ListedExport export, CancellationToken cancellation) =>
        (await receipts.FindAsync(Paths.ReceiptOf(export.Name), cancellation))?.Receipt
            is {
                Outcome: Outcome.Accepted or Outcome.Partly or Outcome.Duplicate,
                AsOf: { } asOf,
                Sha256.Length: > 0
            } told
        && !await IsJournalledAsync(told.Unit, Stamp.Of(asOf, told.UploadedAt.UtcTicks, told.Sha256), cancellation)
            ? StuckExports.OnlyCopy(export)
            : null;

    private async Task<bool> IsJournalledAsync(string unit, Stamp stamp, CancellationToken cancellation)
    {
        try
        {
            if (await journal.FindAsync(unit, stamp, cancellation) is not { } place)
                return false;
            if (place.IsWithdrawn)
                return true;
            await journal.ReadAsync(place.Path, cancellation);
            // A later reading of it may be lost.
            var readings =
                $"{StoredNames.Journal}/{Paths.JournalUpload(unit, stamp.AsOf, stamp.UploadedAt, stamp.Sha16)}";
            return !(await marks.ListAsync(cancellation)).Any(damage =>
                damage.Place.StartsWith(readings, StringComparison.Ordinal)
            );
        }
        catch (DamagedJournalException)
        {
            return false;
        }
    }
}
