using CCHC.Pipeline.Scoring;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Does again what was begun an hour ago and never done: withdrawals, readings and figures that a crash broke off.</summary>
public sealed partial class FinishInterrupted(
    UnfinishedWork unfinished,
    WithdrawUpload withdraw,
    RetakeUploads retake,
    DeriveUnit derive,
    KpiScan scan,
    TimeProvider time,
    ILogger<FinishInterrupted> log
)
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromHours(1);

    /// <summary>Each has its turn; one that can't be finished is named by health until it is.</summary>
    /// <returns>What failed.</returns>
    public async Task<IReadOnlyList<Exception>> FinishAsync(CancellationToken cancellation)
    {
        var marks = await unfinished.ListAsync(cancellation);
        var failures = new List<Exception>();
        foreach (var mark in marks.Where(mark => time.GetUtcNow() - mark.BegunAt > LongestWork))
        {
            LogInterrupted(mark.Name.Split('/')[0]);
            foreach (var failure in await InTurn.TryEachAsync([mark], one => FinishAsync(one, cancellation)))
            {
                LogNotFinished(failure, mark.Name.Split('/')[0]);
                await unfinished.NoteFailureAsync(mark, failure, cancellation);
                failures.Add(failure);
            }
        }
        return failures;
    }

    private async Task FinishAsync(UnfinishedMark mark, CancellationToken cancellation)
    {
        if (await unfinished.NoteAsync(mark, cancellation) is not { } note)
            return;
        if (After(WithdrawUpload.Work, mark) is { } name && Paths.SplitExport(name) is var (code, file))
            await withdraw.WithdrawAsync(code, file, note, cancellation);
        else if (After(RetakeUploads.Work, mark) is { } retaken)
            InTurn.Throw([.. (await retake.RetakeAsync(retaken, cancellation)).Failures.Select(failed => failed.Why)]);
        else if (After(LedgerPass.PublishAgain, mark) is { } unit)
            // Rows that no ledger knows of any more may have been written late.
            await derive.DeriveAsync(unit, await scan.RowsOfAsync(unit, derive.Scheme, cancellation), cancellation);
        await unfinished.DoneAsync(mark, cancellation);
    }

    private static string? After(string work, UnfinishedMark mark) =>
        mark.Name.StartsWith(work, StringComparison.Ordinal) ? mark.Name[work.Length..] : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Finishing a {Work} that was broken off")]
    private partial void LogInterrupted(string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Work} that was broken off could not be finished")]
    private partial void LogNotFinished(Exception why, string work);
}
