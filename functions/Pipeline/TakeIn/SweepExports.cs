using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>
/// Takes in every export without a final receipt of its ETag: every delivery path can lose an event
/// (design.md §4, law 5).
/// </summary>
public sealed partial class SweepExports(
    ExportStore exports,
    ReceiptStore receipts,
    TakeInExports takeIn,
    FinishInterrupted interrupted,
    SweepReadings readings,
    TimeProvider time,
    ILogger<SweepExports> log
)
{
    /// <summary>So many uploads of one unit are taken in in one pass.</summary>
    public const int UploadsPerPass = 200;

    /// <summary>"failed" is tried again daily, so many times.</summary>
    public const int MostAttempts = 5;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(48);
    private static readonly TimeSpan RetryFailedAfter = TimeSpan.FromHours(24);

    /// <summary>The recent uploads each time; all of them in the night's first hour.</summary>
    public Task<IReadOnlyList<Receipt>> SweepAsync(CancellationToken cancellation)
    {
        var isNight = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Periods.VietnamTime.Zone).Hour == 0;
        return SweepAsync(isNight ? DateTimeOffset.MinValue : time.GetUtcNow() - Recent, cancellation);
    }

    public Task<IReadOnlyList<Receipt>> SweepAsync(DateTimeOffset since, CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.SweepExports, () => SweepSinceAsync(since, cancellation));

    private async Task<IReadOnlyList<Receipt>> SweepSinceAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        await interrupted.FinishAsync(cancellation);
        var known = await receipts.SummariesAsync(null, cancellation);
        var lying = await exports.ListAsync(null, cancellation);
        var waiting = lying.Where(export => export.LastModified >= since && Waits(export, known)).ToList();
        LogWaiting(waiting.Count);
        var untold = readings.Before(lying, known);
        var taken = new List<Receipt>();
        var units = waiting
            .GroupBy(export => Paths.SplitExport(export.Name)?.Code)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal);
        var failures = await InTurn.TryEachAsync(
            units,
            async unit =>
            {
                foreach (var pass in unit.Chunk(UploadsPerPass))
                    taken.AddRange(await TakeInAsync(pass, cancellation));
            }
        );
        await readings.AfterAsync(untold, taken, cancellation);
        InTurn.Throw(failures);
        return taken;
    }

    private async Task<IReadOnlyList<Receipt>> TakeInAsync(ListedExport[] pass, CancellationToken cancellation)
    {
        var waiting = new List<FetchedExport>();
        var taken = new List<Receipt>();
        foreach (var export in pass)
        {
            if (Paths.SplitExport(export.Name) is not var (code, file))
                taken.AddRange(await takeIn.TakeInAsync(export.Name, cancellation) is { } refused ? [refused] : []);
            else if (await exports.FetchAsync(code, file, cancellation) is { } upload)
                waiting.Add(upload);
            if (waiting.Sum(held => held.Size) > TakeInExports.MostBytesPerPass)
                await TakeInWaitingAsync();
        }
        await TakeInWaitingAsync();
        return taken;

        async Task TakeInWaitingAsync()
        {
            taken.AddRange(await takeIn.TakeInAsync(waiting, cancellation));
            waiting.Clear();
        }
    }

    private bool Waits(ListedExport export, Dictionary<string, ReceiptSummary> known)
    {
        if (!known.TryGetValue(Paths.ReceiptOf(export.Name), out var receipt) || receipt.ETag != export.ETag)
            return true;
        return !receipt.IsFinal
            && receipt.Attempts < MostAttempts
            && time.GetUtcNow() - receipt.TakenInAt >= RetryFailedAfter;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep found {Waiting} exports without a receipt")]
    private partial void LogWaiting(int waiting);
}
