using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes in every export without a final receipt of its ETag: every delivery path can lose an event
/// (design.md §4, law 5). Nothing that fails in it keeps the rest from its turn.
/// </summary>
public sealed partial class SweepExports(
    ExportStore exports,
    ReceiptStore receipts,
    TakeInExports takeIn,
    TakeInTogether together,
    Registers registers,
    ExportsTable table,
    FinishInterrupted interrupted,
    CatchUpLedgers ledgers,
    StuckExports stuck,
    SweepReadings readings,
    TimeProvider time,
    ILogger<SweepExports> log
)
{
    /// <summary>So many uploads of one unit are taken in in one pass.</summary>
    public const int UploadsPerPass = 200;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);

    /// <summary>The recent uploads each time; all of them in the night's first hour.</summary>
    public Task<IReadOnlyList<Receipt>> SweepAsync(CancellationToken cancellation)
    {
        var isNight = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Periods.VietnamTime.Zone).Hour == 0;
        return SweepAsync(isNight ? DateTimeOffset.MinValue : time.GetUtcNow() - Recent, cancellation);
    }

    public Task<IReadOnlyList<Receipt>> SweepAsync(DateTimeOffset since, CancellationToken cancellation) =>
        SweepAsync(since, _ => { }, cancellation);

    /// <summary>The uploads since a moment.</summary>
    /// <param name="since">Older ones wait for the night.</param>
    /// <param name="told">Told of each receipt, also of a sweep that then ends with what failed in it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PartlyDoneException">Some failed; each has had its turn.</exception>
    public Task<IReadOnlyList<Receipt>> SweepAsync(
        DateTimeOffset since,
        Action<Receipt> told,
        CancellationToken cancellation
    ) => Tracing.StepAsync(Spans.SweepExports, () => SweepSinceAsync(since, told, cancellation));

    private async Task<IReadOnlyList<Receipt>> SweepSinceAsync(
        DateTimeOffset since,
        Action<Receipt> told,
        CancellationToken cancellation
    )
    {
        var unfinished = await interrupted.FinishAsync(cancellation);
        var known = await receipts.SummariesAsync(null, cancellation);
        var lying = await exports.ListAsync(null, cancellation);
        var register = await registers.GetAsync(cancellation);
        var listed = lying.Where(export => IsListedNow(export, known, register)).ToHashSet();
        var waiting = lying
            .Where(export => (export.LastModified >= since && Waits(export, known)) || listed.Contains(export))
            .Where(export => !IsAwaited(export, register))
            .ToList();
        foreach (var export in listed)
        {
            if (await receipts.FindAsync(Paths.ReceiptOf(export.Name), cancellation) is var (refusal, _))
                await table.ForgetAsync(refusal, cancellation);
        }
        LogWaiting(waiting.Count);
        await NoteStuckAsync(lying, cancellation);
        var untold = readings.Before(lying, known);
        var taken = new List<Receipt>();
        var done = told + taken.Add;
        var units = waiting
            .GroupBy(export => Paths.SplitExport(export.Name)?.Code)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal);
        var failures = await InTurn.TryEachAsync(
            units,
            async unit =>
            {
                InTurn.Throw(
                    unit.Key is null
                        ? await InTurn.TryEachAsync(unit, export => RefuseAsync(export, done, cancellation))
                        : await InTurn.TryEachAsync(
                            unit.Chunk(UploadsPerPass),
                            pass => TakeInAsync(pass, done, cancellation)
                        )
                );
            }
        );
        // Once what waited is in: a sweep of all uploads, as the night's, also looks for what no upload tells any more.
        var behind = since == DateTimeOffset.MinValue ? await ledgers.CatchUpAsync(cancellation) : [];
        await readings.AfterAsync(untold, taken, cancellation);
        InTurn.Throw([.. unfinished, .. failures, .. behind]);
        return taken;
    }

    private async Task TakeInAsync(ListedExport[] pass, Action<Receipt> done, CancellationToken cancellation)
    {
        var waiting = new List<FetchedExport>();
        foreach (var export in pass)
        {
            var (code, file) = Paths.SplitExport(export.Name)!.Value;
            if (await exports.FetchAsync(code, file, cancellation) is { } upload)
                waiting.Add(upload);
            if (waiting.Sum(held => held.Size) <= TakeInExports.MostBytesPerPass)
                continue;
            await together.TakeInAsync(waiting, done, cancellation);
            waiting.Clear();
        }
        await together.TakeInAsync(waiting, done, cancellation);
    }

    private async Task RefuseAsync(ListedExport export, Action<Receipt> done, CancellationToken cancellation) =>
        done(await takeIn.RefusePathAsync(export, cancellation));

    private Task NoteStuckAsync(IReadOnlyList<ListedExport> lying, CancellationToken cancellation)
    {
        var names = lying.Select(export => export.Name).ToHashSet(StringComparer.Ordinal);
        var unreachable = lying.Select(StuckExports.Unreachable).OfType<Damage>().ToList();
        return stuck.NoteAsync(unreachable, name => !names.Contains(name), cancellation);
    }

    /// <summary>Refused for want of its unit, which the list has now.</summary>
    private static bool IsListedNow(
        ListedExport export,
        Dictionary<string, ReceiptSummary> known,
        RegisterContent register
    ) =>
        Paths.SplitExport(export.Name) is var (code, _)
        && known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt)
        && receipt.ETag == export.ETag
        && AwaitedUnits.IsListed(receipt.Awaits, code, register.Units);

    /// <summary>Nobody can say to whom it belongs while the list of units is damaged: it waits, unrefused.</summary>
    private static bool IsAwaited(ListedExport export, RegisterContent register) =>
        Paths.SplitExport(export.Name) is var (code, _) && register.Awaits(code);

    private bool Waits(ListedExport export, Dictionary<string, ReceiptSummary> known) =>
        !known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt)
        || receipt.ETag != export.ETag
        || (!receipt.IsFinal && FailedUploads.IsDue(receipt, time.GetUtcNow()));

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep found {Waiting} exports without a receipt")]
    private partial void LogWaiting(int waiting);
}
