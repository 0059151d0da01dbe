using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Telling;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes uploads in: reads them, journals what is kept, joins it into ledgers and figures, and writes receipts last.
/// Any upload may come twice, late or beside others (design.md §4).
/// </summary>
public sealed partial class TakeInExports(
    ExportStore exports,
    CurrentReader readers,
    JournalStore journal,
    LedgerPass ledgerPass,
    ExportsTable table,
    ReceiptStore receipts,
    TakenReceipts tell,
    TellSender sender,
    PeriodScheme scheme,
    Instruments instruments,
    TimeProvider time,
    ILogger<TakeInExports> log
)
{
    /// <summary>A pass ends once it holds so much, however few uploads that are: memory stays bounded.</summary>
    public const long MostBytesPerPass = ExportStore.MostBytes;
    private const int Parallelism = 8;

    /// <summary>An export that lay longer has probably been delivered before: only then is its receipt asked for first.</summary>
    private static readonly TimeSpan LongestFirstDelivery = TimeSpan.FromMinutes(5);

    /// <summary>Takes in one export by its blob name; null when it is gone, or waits for its list of units.</summary>
    public async Task<Receipt?> TakeInAsync(string name, CancellationToken cancellation)
    {
        if (Paths.SplitExport(name) is not var (code, file))
            return await exports.FindListedAsync(name, cancellation) is { } listed
                ? await RefusePathAsync(listed, cancellation)
                : null;
        if (await readers.AwaitsAsync(code, cancellation))
        {
            LogAwaited(code);
            return null;
        }
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
        new(CurrentReader.Read(await readers.GetAsync(cancellation), export), export.Size);

    /// <summary>Takes in uploads in one pass: ledger and figures once per unit, journal and receipt per upload.</summary>
    /// <returns>A receipt per upload, in their order.</returns>
    public async Task<IReadOnlyList<Receipt>> TakeInAsync(
        IReadOnlyList<FetchedExport> fetched,
        CancellationToken cancellation
    )
    {
        using var spans = new UploadSpans(scheme);
        try
        {
            return await TakeInAsync(fetched, spans, cancellation);
        }
        catch (Exception problem) when (spans.AreToldOf(problem))
        {
            throw;
        }
    }

    private async Task<IReadOnlyList<Receipt>> TakeInAsync(
        IReadOnlyList<FetchedExport> fetched,
        UploadSpans spans,
        CancellationToken cancellation
    )
    {
        var began = time.GetTimestamp();
        var reader = await readers.GetAsync(cancellation);
        var taken = fetched.Select(export => Read(reader, export, spans)).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            taken.Where(export => export.Entry is not null),
            options,
            async (export, token) =>
                export.Counted = await Tracing.StepAsync(
                    Spans.AddToJournal,
                    export.Span,
                    () => journal.AddAsync(export.Entry!, token)
                )
        );
        var results = await JoinAsync(taken, cancellation);
        await Parallel.ForEachAsync(
            taken,
            options,
            async (export, token) => await tell.NoteAsync(export, results, token)
        );
        var written = new List<(TakenExport export, Receipt receipt)>();
        foreach (var export in taken)
            written.Add((export, await tell.OfAsync(export, results, cancellation)));
        await Tracing.StepAsync(
            Spans.NoteExports,
            taken.FirstOrDefault()?.Span,
            () =>
            {
                UploadSpans.Share(Signals.Present, taken.Select(export => export.Span));
                var rows = written.Select(w => (w.receipt, w.export.Reading.Unit?.Id, w.export.Size));
                return table.WriteAsync(rows, cancellation);
            }
        );
        var final = new Receipt[written.Count];
        await Parallel.ForEachAsync(
            written.Index(),
            options,
            async (at, token) =>
                final[at.Index] = await WriteReceiptAsync(at.Item.export, at.Item.receipt, began, token)
        );
        return final;
    }

    private static TakenExport Read(ExportReader reader, FetchedExport export, UploadSpans spans)
    {
        var span = spans.Begin(export.Upload);
        var reading = Tracing.Step(
            Spans.ReadExport,
            span,
            () =>
            {
                var read = ReadWhole(reader, export);
                spans.Tell(Signals.Present, read);
                return read;
            }
        );
        spans.Tell(span, reading);
        return new(reading, export.Size) { Span = span, IsAttended = export.IsAttended };
    }

    /// <summary>What a reader's fault throws must not look like something damaged in storage: it is the upload's own.</summary>
    private static ExportReading ReadWhole(ExportReader reader, FetchedExport export)
    {
        try
        {
            return CurrentReader.Read(reader, export);
        }
        catch (Exception fault) when (!InTurn.IsOfOneItself(fault))
        {
            throw new InvalidOperationException($"An upload could not be read: {fault.Message}", fault);
        }
    }

    private async Task<IReadOnlyDictionary<string, PassResult>> JoinAsync(
        List<TakenExport> taken,
        CancellationToken cancellation
    )
    {
        var results = new Dictionary<string, PassResult>(StringComparer.Ordinal);
        foreach (var unit in taken.Where(export => export.Counted is not null).GroupBy(export => export.Counted!.Unit))
        {
            results[unit.Key] = await Tracing.StepAsync(
                Spans.JoinLedger,
                unit.First().Span,
                () =>
                {
                    UploadSpans.Share(Signals.Present, unit.Select(export => export.Span));
                    return ledgerPass.RunAsync(unit.Key, [.. unit.Select(export => export.Counted!)], cancellation);
                }
            );
            var uploads = unit.Count();
            LogJoined(unit.Key, uploads);
        }
        return results;
    }

    private async Task<Receipt> WriteReceiptAsync(
        TakenExport export,
        Receipt receipt,
        long began,
        CancellationToken cancellation
    )
    {
        var upload = export.Reading.Upload;
        if (!export.IsAttended)
            await sender.TellAsync(receipt, upload, cancellation);
        var final = await Tracing.StepAsync(
            Spans.WriteReceipt,
            export.Span,
            () => receipts.WriteAsync(receipt, Paths.Receipt(upload.Code, upload.File), cancellation)
        );
        UploadSpans.Tell(export.Span, final);
        if (ReferenceEquals(final, receipt))
            instruments.CountReceipt(final);
        instruments.TakeIn.Record(time.GetElapsedTime(began).TotalSeconds);
        LogReceipt(upload.Code, final.Outcome, final.Rows, final.Accepted, final.Refused);
        return final;
    }

    /// <summary>An upload whose path is not "{code}/{file}", or can't be worked with: it is not even read.</summary>
    internal async Task<Receipt> RefusePathAsync(ListedExport export, CancellationToken cancellation)
    {
        var receipt = Receipt.OfImpossiblePath(export, time.GetUtcNow());
        LogReceipt(Keys.NoUnit, receipt.Outcome, 0, 0, 0);
        var final = await receipts.WriteAsync(receipt, Paths.ReceiptOf(export.Name), cancellation);
        if (ReferenceEquals(final, receipt))
            instruments.CountReceipt(final);
        return final;
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An export of {Code} waits for its list of units: see cchc health"
    )]
    private partial void LogAwaited(string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Joined {Uploads} uploads into the ledger of unit {Unit}")]
    private partial void LogJoined(string unit, int uploads);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Export of {Code} is {Outcome}: {Rows} rows, {Accepted} accepted, {Refused} refused"
    )]
    private partial void LogReceipt(string code, Outcome outcome, int rows, int accepted, int refused);
}
