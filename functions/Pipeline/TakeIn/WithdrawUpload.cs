using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes a wrong upload out: a marker beside its journal entry, the unit derived again without it, its receipt last.
/// An entry that another name is handed in for, too, stays until the last of them is withdrawn (<see cref="TwinUploads"/>).
/// Broken off anywhere and done again, by hand or by the sweep, it ends the same. Reviews are frozen and stay.
/// </summary>
public sealed partial class WithdrawUpload(
    ExportStore exports,
    ReceiptStore receipts,
    ExportsTable table,
    JournalStore journal,
    JournalledUploads journalled,
    TwinUploads twins,
    DeriveUnit derive,
    TakeInExports takeIn,
    EndDoubts doubts,
    UnfinishedWork unfinished,
    TimeProvider time,
    ILogger<WithdrawUpload> log
)
{
    public const string Work = "withdraw/";

    /// <summary>Withdraws the upload that lies, or lay last, at this path.</summary>
    /// <returns>Its receipt; null when nothing is known of such an upload.</returns>
    public async Task<Receipt?> WithdrawAsync(string code, string file, string reason, CancellationToken cancellation)
    {
        if (
            Paths.SplitExport(Paths.Export(code, file)) is null
            || await FindAsync(code, file, cancellation) is not { } wrong
        )
            return null;
        var name = Paths.Export(code, file);
        var under = await journalled.UnderAsync(code, cancellation);
        IReadOnlyList<JournalPlace> places =
        [
            .. await journalled.OfAsync(under, wrong.Receipt, cancellation),
            .. await journalled.LostAsync(code, wrong.Receipt, cancellation),
        ];
        if (
            wrong.Receipt.Outcome is Intake.Outcome.Withdrawn
            && await AreCurrentAsync(name, wrong, places, cancellation)
        )
            return wrong.Receipt;
        var mark = await unfinished.BeginAsync(Work + name, reason, cancellation);
        var stamps = places
            .Select(place => (place.Unit, place.Stamp))
            .Concat(wrong.Entry is { } entry ? [(entry.Unit, entry.Stamp)] : [])
            .Distinct()
            .ToList();
        var shared = await twins.SharedAsync(name, wrong.Receipt, cancellation);
        var own = stamps.Where(stamp => !shared.Contains(stamp)).ToList();
        var withdrawal = wrong.Receipt.Withdrawn ?? new Withdrawal(time.GetUtcNow(), reason, file);
        foreach (var (unit, stamp) in own)
        {
            // One that is there already may be a twin's, and says why that was taken out.
            var marker = await journal.WithdrawAsync(unit, stamp, withdrawal, cancellation);
            if (marker.File == file)
                withdrawal = marker;
        }
        foreach (var unit in own.Select(stamp => stamp.Unit).Distinct())
            await derive.DeriveAsync(unit, cancellation);
        var counted = await CountedAsync(stamps.Select(stamp => stamp.Unit).Distinct(), cancellation);
        foreach (var (unit, entries) in counted)
            await doubts.EndAsync(unit, code, wrong.Receipt, entries, cancellation);
        var message = ReceiptWords.Withdrawn(file, withdrawal) + StillCounted(stamps, wrong.Receipt, counted);
        var receipt = wrong.Receipt.AsWithdrawn(withdrawal, message, time.GetUtcNow());
        // One row in the table of uploads for all of one moment and content: it is the twin's now.
        if (own.Count == stamps.Count)
            await NoteAsync(wrong, receipt, cancellation);
        await receipts.ReplaceAsync(receipt, Paths.Receipt(code, file), cancellation);
        await unfinished.DoneAsync(mark, cancellation);
        LogWithdrawn(code, own.Count);
        return receipt;
    }

    /// <summary>What is known of the upload.</summary>
    /// <param name="Receipt">As told, or as it would be told now.</param>
    /// <param name="Entry">What a take-in under way may be about to journal; null where one has ended.</param>
    /// <param name="Unread">Read for this withdrawal, because no receipt told of it; else null.</param>
    private sealed record WrongUpload(Receipt Receipt, JournalEntry? Entry, TakenExport? Unread);

    private async Task<WrongUpload?> FindAsync(string code, string file, CancellationToken cancellation)
    {
        var told = (await receipts.FindAsync(Paths.Receipt(code, file), cancellation))?.Receipt;
        if (await exports.FetchAsync(code, file, cancellation) is not { } lying)
            return told is null ? null : new(told, null, null);
        if (told is { IsFinal: true } && told.ETag == lying.Upload.ETag)
            return new(told, null, null);
        var read = await takeIn.ReadAsync(lying, cancellation);
        return new(Receipt.Of(read.Reading, null, isDuplicate: false, time.GetUtcNow()), read.Entry, read);
    }

    private async Task<bool> AreCurrentAsync(
        string name,
        WrongUpload wrong,
        IReadOnlyList<JournalPlace> places,
        CancellationToken cancellation
    )
    {
        foreach (var unit in places.Select(place => place.Unit).Distinct())
        {
            if (!await derive.IsCurrentAsync(unit, cancellation))
                return false;
        }
        if (places.All(place => place.IsWithdrawn))
            return true;
        var shared = await twins.SharedAsync(name, wrong.Receipt, cancellation);
        return places.All(place => place.IsWithdrawn || shared.Contains((place.Unit, place.Stamp)));
    }

    /// <summary>What counts for each unit, now that the upload doesn't.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<JournalEntry>>> CountedAsync(
        IEnumerable<string> units,
        CancellationToken cancellation
    )
    {
        var counted = new Dictionary<string, IReadOnlyList<JournalEntry>>(StringComparer.Ordinal);
        foreach (var unit in units)
            counted[unit] = (await journal.ReadAllAsync(unit, cancellation)).Entries;
        return counted;
    }

    /// <summary>Other uploads that a person may have meant, too.</summary>
    private static string StillCounted(
        List<(string Unit, Stamp Stamp)> withdrawn,
        Receipt receipt,
        IReadOnlyDictionary<string, IReadOnlyList<JournalEntry>> counted
    )
    {
        var (hasCopy, earlier) = (false, 0);
        foreach (var unit in withdrawn.GroupBy(at => at.Unit))
        {
            var others = counted[unit.Key].Where(entry => !entry.IsEmpty).ToList();
            hasCopy |= others.Any(entry =>
                unit.Any(at => at.Stamp.AsOf == entry.Stamp.AsOf && at.Stamp.Sha == entry.Stamp.Sha)
            );
            earlier += others.Count(entry => entry.File == receipt.File && unit.All(at => at.Stamp != entry.Stamp));
        }
        return ReceiptWords.StillCounted(hasCopy, earlier);
    }

    private async Task NoteAsync(WrongUpload wrong, Receipt receipt, CancellationToken cancellation)
    {
        if (wrong.Unread is { } read)
            await table.WriteAsync([(receipt, read.Reading.Unit?.Id, read.Size)], cancellation);
        else
            await table.NoteWithdrawnAsync(receipt, cancellation);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Withdrew an upload of {Code}, {Places} places in the journal"
    )]
    private partial void LogWithdrawn(string code, int places);
}
