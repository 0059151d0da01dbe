using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.TakeIn;

/// <summary>Does again what was begun an hour ago and never done: withdrawals and readings that a crash broke off.</summary>
public sealed partial class FinishInterrupted(
    UnfinishedWork unfinished,
    WithdrawUpload withdraw,
    RetakeUploads retake,
    TimeProvider time,
    ILogger<FinishInterrupted> log
)
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromHours(1);

    public async Task FinishAsync(CancellationToken cancellation)
    {
        var marks = await unfinished.ListAsync(cancellation);
        foreach (var mark in marks.Where(mark => time.GetUtcNow() - mark.BegunAt > LongestWork))
        {
            LogInterrupted(mark.Name.Split('/')[0]);
            await FinishAsync(mark, cancellation);
            await unfinished.DoneAsync(mark, cancellation);
        }
    }

    private async Task FinishAsync(UnfinishedMark mark, CancellationToken cancellation)
    {
        if (await unfinished.NoteAsync(mark, cancellation) is not { } note)
            return;
        if (After(WithdrawUpload.Work, mark) is { } name && Paths.SplitExport(name) is var (code, file))
            await withdraw.WithdrawAsync(code, file, note, cancellation);
        else if (After(RetakeUploads.Work, mark) is { } retaken)
            await retake.RetakeAsync(retaken, cancellation);
    }

    private static string? After(string work, UnfinishedMark mark) =>
        mark.Name.StartsWith(work, StringComparison.Ordinal) ? mark.Name[work.Length..] : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Finishing a {Work} that was broken off")]
    private partial void LogInterrupted(string work);
}
