using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Reads uploads again after a profile was mended. What the journal keeps of one and the new reading doesn't say gets
/// the next reading; the units touched are derived again; receipts come last. Twice is the same as once.
/// </summary>
public sealed partial class RetakeUploads(
    ExportStore exports,
    ReceiptStore receipts,
    ExportsTable table,
    JournalStore journal,
    JournalledUploads journalled,
    DeriveUnit derive,
    TakeInExports takeIn,
    Fingerprints fingerprints,
    EndDoubts doubts,
    Registers registers,
    UnfinishedWork unfinished,
    TimeProvider time,
    ILogger<RetakeUploads> log
)
{
    public const string Work = "retake/";
    private const int CodesAtOnce = 4;
    private readonly NextReadings readings = new(journal);

    /// <summary>Reads all uploads under one code again; null: under every code, each in its turn.</summary>
    public async Task<Retaken> RetakeAsync(string? code, CancellationToken cancellation)
    {
        var prefix = code is null ? null : $"{code}/";
        var told = await receipts.SummariesAsync(prefix, cancellation);
        var lying = await exports.ListAsync(prefix, cancellation);
        var gone = told
            .Keys.Except(lying.Select(export => Paths.ReceiptOf(export.Name)), StringComparer.Ordinal)
            .Count();
        var all = Retaken.Nothing with { Gone = gone };
        var oneAtATime = new Lock();
        var failures = await InTurn.TryEachAsync(
            lying.Where(export => Paths.SplitExport(export.Name) is not null).GroupBy(CodeOf, StringComparer.Ordinal),
            CodesAtOnce,
            async (desk, token) =>
            {
                var retaken = await RetakeAsync(desk.Key, [.. desk], told, token);
                lock (oneAtATime)
                    all = all.And(retaken);
            },
            cancellation
        );
        foreach (var (desk, failure) in failures)
            LogNotRetaken(failure, desk.Key);
        return all with
        {
            Failures = [.. all.Failures, .. failures.Select(failed => (failed.One.Key, failed.Failure))],
        };
    }

    /// <summary>One upload under way.</summary>
    /// <param name="Before">Its receipt.</param>
    /// <param name="Reading">The new reading, its rows and bytes left out.</param>
    /// <param name="Size">Of the upload.</param>
    /// <param name="Entry">What it says to the journal; null when nothing.</param>
    /// <param name="IsMoved">Whether the journal had said otherwise.</param>
    private sealed record ReadAgain(Receipt Before, ExportReading Reading, long Size, Stamp? Entry, bool IsMoved);

    private async Task<Retaken> RetakeAsync(
        string code,
        IReadOnlyList<ListedExport> lying,
        Dictionary<string, ReceiptSummary> receipted,
        CancellationToken cancellation
    )
    {
        var final = lying.Where(export => IsTold(export, receipted)).ToList();
        var result = Retaken.Nothing with { Waiting = lying.Count - final.Count };
        if (final.Count == 0)
            return result;
        var mark = await unfinished.BeginAsync(Work + code, "", cancellation);
        var under = await journalled.UnderAsync(code, cancellation);
        var again = new List<ReadAgain>();
        var failures = await InTurn.TryEachAsync(
            final,
            async export =>
            {
                if (await ReadAsync(export, under, cancellation) is not { } read)
                    result = result with { Waiting = result.Waiting + 1 };
                else if (read.Before.Outcome is Outcome.Withdrawn)
                    result = result with { Withdrawn = result.Withdrawn + 1 };
                else
                    again.Add(read);
            }
        );
        var (aside, underived) = await DeriveAsync(code, cancellation);
        var told = again
            .Where(read => !aside.Contains(read.Reading.Unit?.Id ?? "") && !aside.Contains(read.Before.Unit))
            .ToList();
        result = result.And(await TellAsync(code, told, cancellation));
        result = result with
        {
            Untold = again.Count - told.Count,
            Failures = [.. failures.Concat(underived).DistinctBy(why => why.Message).Select(why => (code, why))],
        };
        foreach (var (_, why) in result.Failures)
            LogNotRetaken(why, code);
        if (result.Failures.Count == 0)
            await unfinished.DoneAsync(mark, cancellation);
        LogRetaken(code, again.Count, result.Changed.Count);
        return result;
    }

    /// <summary>Units that can't be derived stand aside, with why: their uploads are read and can't be told of.</summary>
    private async Task<(IReadOnlySet<string> Aside, IReadOnlyList<Exception> Failures)> DeriveAsync(
        string code,
        CancellationToken cancellation
    )
    {
        var (aside, failures) = (new HashSet<string>(StringComparer.Ordinal), new List<Exception>());
        foreach (var unit in await journal.UnitsAsync(code, cancellation))
        {
            var why = await InTurn.TryEachAsync(
                [unit],
                async one =>
                {
                    if (!await derive.IsCurrentAsync(one, cancellation))
                        await derive.DeriveAsync(one, cancellation);
                }
            );
            if (why.Count > 0)
                aside.Add(unit);
            failures.AddRange(why);
        }
        return (aside, failures);
    }

    /// <summary>Null when the upload went away, or was replaced, while it was looked for.</summary>
    private async Task<ReadAgain?> ReadAsync(
        ListedExport export,
        ILookup<(long, ulong), JournalPlace> under,
        CancellationToken cancellation
    )
    {
        var (code, file) = Paths.SplitExport(export.Name)!.Value;
        if (await receipts.FindFinalAsync(code, file, export.ETag, cancellation) is not { } before)
            return null;
        if (await exports.FetchAsync(code, file, cancellation) is not { } fetched || fetched.Upload.ETag != export.ETag)
            return null;
        var read = await takeIn.ReadAsync(fetched, cancellation);
        var places = await journalled.OfAsync(under, before, cancellation);
        if (before.Outcome is Outcome.Withdrawn || places.Any(place => place.IsWithdrawn))
            return new(before with { Outcome = Outcome.Withdrawn }, read.Reading, 0, null, IsMoved: false);
        var isMoved = false;
        foreach (var place in places.Where(place => !IsPlaceOf(read.Entry, place)))
            isMoved |= await readings.EmptyAsync(place, cancellation);
        if (read.Entry is { } entry)
            isMoved |= await readings.SayAsync(entry, cancellation);
        var light = read.Reading with { Kept = [], Upload = read.Reading.Upload with { Content = default } };
        return new(before, light, fetched.Size, read.Entry?.Stamp, isMoved);
    }

    private async Task<Retaken> TellAsync(string code, List<ReadAgain> again, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, PassResult>(StringComparer.Ordinal);
        foreach (
            var unit in again.Where(read => read.Entry is not null).Select(read => read.Reading.Unit!.Id).Distinct()
        )
            seen[unit] = await derive.SeeAsync(unit, cancellation);
        var (changed, present) = (new List<RetakenUpload>(), new List<Receipt>());
        foreach (var read in again)
        {
            var receipt = ReceiptOf(read, seen) with { Doubts = await DoubtsOfAsync(code, read, cancellation) };
            var isTold = !read.IsMoved && receipt.ReadsLike(read.Before);
            present.Add(isTold ? read.Before : receipt);
            if (isTold)
                continue;
            await table.MoveAsync(read.Before, receipt, read.Reading.Unit?.Id, cancellation);
            await table.WriteAsync([(receipt, read.Reading.Unit?.Id, read.Size)], cancellation);
            var path = Paths.Receipt(code, receipt.File);
            changed.Add(new(read.Before, await receipts.ReplaceAsync(receipt, path, cancellation)));
        }
        return new(changed, present, 0, 0, 0);
    }

    /// <summary>What is read for the first time may be another unit's, and what isn't any more is no doubt.</summary>
    private async Task<IReadOnlyList<DoubtNote>> DoubtsOfAsync(
        string code,
        ReadAgain read,
        CancellationToken cancellation
    )
    {
        var (before, upload) = (read.Before, read.Reading.Upload);
        if (read.Entry is not null && read.Reading.Accepted > 0)
        {
            var bringer = new Bringer(read.Reading.Unit!.Id, code, upload.File);
            var first = await fingerprints.NoteAsync(upload.Sha256, bringer, cancellation);
            return DoubtNote.Of(first, (await registers.GetAsync(cancellation)).Units);
        }
        if (before.Accepted > 0)
        {
            var counted = await journal.ReadAllAsync(before.Unit, cancellation);
            await doubts.EndAsync(before.Unit, code, before, counted.Entries, cancellation);
        }
        return [];
    }

    private Receipt ReceiptOf(ReadAgain read, Dictionary<string, PassResult> seen)
    {
        if (read.Entry is not { } stamp)
            return Receipt.Of(read.Reading, null, isDuplicate: false, time.GetUtcNow());
        var (ledger, effects) = seen[read.Reading.Unit!.Id];
        return Receipt.Of(
            read.Reading,
            effects.GetValueOrDefault(stamp),
            ledger.HasEarlierCopyOf(stamp),
            time.GetUtcNow()
        );
    }

    private static bool IsPlaceOf(JournalEntry? entry, JournalPlace place) =>
        entry is not null && entry.Unit == place.Unit && entry.Stamp == place.Stamp;

    private static string CodeOf(ListedExport export) => Paths.SplitExport(export.Name)!.Value.Code;

    private static bool IsTold(ListedExport export, Dictionary<string, ReceiptSummary> told) =>
        told.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt) && receipt.SaysDone(export);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Read {Uploads} uploads of {Code} again, {Changed} of them otherwise"
    )]
    private partial void LogRetaken(string code, int uploads, int changed);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Uploads of {Code} could not be read again; all others had their turn"
    )]
    private partial void LogNotRetaken(Exception why, string code);
}
