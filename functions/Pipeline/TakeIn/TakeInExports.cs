using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Intake.Profiles;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes uploads in: reads them, journals what is kept, joins it into ledgers and figures, and writes receipts last.
/// Any upload may come twice, late or beside others (design.md §4).
/// </summary>
public sealed partial class TakeInExports(
    ExportStore exports,
    Registers registers,
    JournalStore journal,
    LedgerPass ledgerPass,
    ExportsTable table,
    ReceiptStore receipts,
    UnfinishedWork unfinished,
    TimeProvider time,
    ILogger<TakeInExports> log
)
{
    /// <summary>A pass ends once it holds so much, however few uploads that are: memory stays bounded.</summary>
    public const long MostBytesPerPass = ExportStore.MostBytes;
    private const int Parallelism = 8;

    /// <summary>An export that lay longer has probably been delivered before: only then is its receipt asked for first.</summary>
    private static readonly TimeSpan LongestFirstDelivery = TimeSpan.FromMinutes(5);
    private (RegisterContent Registers, SourceProfiles Profiles, ExportReader Reader)? prepared;

    /// <summary>Takes in one export by its blob name; null when it is gone.</summary>
    public async Task<Receipt?> TakeInAsync(string name, CancellationToken cancellation)
    {
        if (Paths.SplitExport(name) is not var (code, file))
            return await RefusePathAsync(name, cancellation);
        var fetched = await exports.FetchAsync(code, file, cancellation);
        if (fetched is null)
            return null;
        var told =
            fetched.Age > LongestFirstDelivery
                ? await receipts.FindFinalAsync(code, file, fetched.Upload.ETag, cancellation)
                : null;
        return told ?? (await TakeInAsync([fetched], cancellation))[0];
    }

    /// <summary>Reads an export as a take-in would, and stores nothing.</summary>
    internal async Task<TakenExport> ReadAsync(FetchedExport export, CancellationToken cancellation) =>
        Read(ReaderFor(await registers.GetAsync(cancellation)), export);

    /// <summary>Takes in uploads in one pass: ledger and figures once per unit, journal and receipt per upload.</summary>
    /// <returns>A receipt per upload, in their order.</returns>
    public async Task<IReadOnlyList<Receipt>> TakeInAsync(
        IReadOnlyList<FetchedExport> fetched,
        CancellationToken cancellation
    )
    {
        var reader = ReaderFor(await registers.GetAsync(cancellation));
        var taken = fetched.Select(export => Read(reader, export)).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            taken.Where(export => export.Entry is not null),
            options,
            async (export, token) => export.Counted = await journal.AddAsync(export.Entry!, token)
        );
        var results = await JoinAsync(taken, cancellation);
        var written = new List<(TakenExport export, Receipt receipt)>();
        foreach (var export in taken)
            written.Add((export, await ReceiptOfAsync(export, results, cancellation)));
        await table.WriteAsync(
            written.Select(w => (w.receipt, w.export.Reading.Unit?.Id, w.export.Size)),
            cancellation
        );
        var final = new Receipt[written.Count];
        await Parallel.ForEachAsync(
            written.Index(),
            options,
            async (at, token) =>
                final[at.Index] = await WriteReceiptAsync(at.Item.export.Reading.Upload, at.Item.receipt, token)
        );
        return final;
    }

    /// <summary>One reader per version of the registers: it prepares its look-ups once, and its profiles while they last.</summary>
    private ExportReader ReaderFor(RegisterContent content)
    {
        if (prepared is { } ready && ready.Registers == content)
            return ready.Reader;
        var profiles =
            prepared is { } before && before.Registers.Profiles.SequenceEqual(content.Profiles)
                ? before.Profiles
                : Prepare(content.Profiles);
        var reader = new ExportReader(content.Units, profiles);
        prepared = (content, profiles, reader);
        return reader;
    }

    /// <summary>A profile that can't be read holds its own units' files back; everything else goes on.</summary>
    private SourceProfiles Prepare(IReadOnlyList<StoredText> stored)
    {
        var profiles = SourceProfiles.With(stored);
        foreach (var problem in profiles.Problems)
            LogProfileUnreadable(problem);
        return profiles;
    }

    private static TakenExport Read(ExportReader reader, FetchedExport export)
    {
        var isUnread = export.Size > ExportStore.MostBytes;
        return new(isUnread ? TooLarge(export) : reader.Read(export.Upload), export.Size);
    }

    private static ExportReading TooLarge(FetchedExport export)
    {
        var message = ReceiptWords.TooLarge(export.Size, ExportStore.MostBytes);
        return new ExportReading
        {
            Upload = export.Upload,
            Outcome = Outcome.Refused,
            AsOf = Periods.VietnamTime.DayOf(export.Upload.UploadedAt),
            Faults = [new RowFault(0, "", FaultCodes.TooLarge, message)],
            Message = message,
        };
    }

    private async Task<IReadOnlyDictionary<string, PassResult>> JoinAsync(
        List<TakenExport> taken,
        CancellationToken cancellation
    )
    {
        var results = new Dictionary<string, PassResult>(StringComparer.Ordinal);
        foreach (var unit in taken.Select(export => export.Counted).OfType<JournalEntry>().GroupBy(entry => entry.Unit))
        {
            results[unit.Key] = await ledgerPass.RunAsync(unit.Key, [.. unit], cancellation);
            var uploads = unit.Count();
            LogJoined(unit.Key, uploads);
        }
        return results;
    }

    private async Task<Receipt> ReceiptOfAsync(
        TakenExport export,
        IReadOnlyDictionary<string, PassResult> results,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        if (export.Entry is not { } entry)
            return Receipt.Of(export.Reading, null, isDuplicate: false, now);
        if (export.Counted is null || results[entry.Unit].Ledger.Withdrawn.Contains(entry.Stamp))
        {
            var withdrawal = await journal.ReadWithdrawalAsync(entry.Unit, entry.Stamp, cancellation);
            var message = ReceiptWords.Withdrawn(entry.File, withdrawal);
            return Receipt.Of(export.Reading, null, isDuplicate: false, now).AsWithdrawn(withdrawal, message, now);
        }
        // What was journalled counts; another reading of it is the business of RetakeUploads.
        if (export.IsOutdated)
            await unfinished.BeginAsync(RetakeUploads.Work + export.Reading.Upload.Code, "", cancellation);
        var result = results[entry.Unit];
        return Receipt.Of(
            export.Reading,
            result.Effects.GetValueOrDefault(entry.Stamp),
            result.Ledger.HasEarlierCopyOf(entry.Stamp),
            now
        );
    }

    private async Task<Receipt> WriteReceiptAsync(Upload upload, Receipt receipt, CancellationToken cancellation)
    {
        var final = await receipts.WriteAsync(receipt, ReceiptPaths.Of(upload.Code, upload.File), cancellation);
        LogReceipt(upload.Code, final.Outcome, final.Rows, final.Accepted, final.Refused);
        return final;
    }

    private async Task<Receipt> RefusePathAsync(string name, CancellationToken cancellation)
    {
        var export = (await exports.ListAsync(name, cancellation)).FirstOrDefault(listed => listed.Name == name);
        var message = ReceiptWords.Impossible(name);
        var receipt = new Receipt
        {
            Unit = Keys.NoUnit,
            File = name,
            ETag = export?.ETag ?? "",
            UploadedAt = export?.LastModified ?? time.GetUtcNow(),
            Sha256 = "",
            Outcome = Outcome.Refused,
            Faults = [new RowFault(0, "", FaultCodes.ImpossiblePath, message)],
            TakenInAt = time.GetUtcNow(),
            Message = message,
        };
        LogReceipt(Keys.NoUnit, receipt.Outcome, 0, 0, 0);
        return await receipts.WriteAsync(receipt, ReceiptPaths.OfImpossiblePath(name), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Joined {Uploads} uploads into the ledger of unit {Unit}")]
    private partial void LogJoined(string unit, int uploads);

    [LoggerMessage(Level = LogLevel.Error, Message = "A source profile in settings/profiles can't be used: {Problem}")]
    private partial void LogProfileUnreadable(string problem);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Export of {Code} is {Outcome}: {Rows} rows, {Accepted} accepted, {Refused} refused"
    )]
    private partial void LogReceipt(string code, Outcome outcome, int rows, int accepted, int refused);
}
