using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Outbox;

/// <summary>Asks again for mails that have waited an hour longer than they should: their message may be lost.</summary>
public sealed partial class SweepOutbox(
    OutboxTable table,
    OutboxQueue queue,
    Instruments instruments,
    TimeProvider time,
    ILogger<SweepOutbox> log
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>What is not sent; the others are no state to stay in.</summary>
    private static readonly MailState[] Unsent = [MailState.Pending, MailState.Failed, MailState.Held];

    /// <summary>Returns the ids asked for.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync(CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Patience;
        var late = (await table.ListAsync(MailState.Pending, cancellation)).Where(mail => Due(mail) < since).ToList();
        foreach (var mail in late)
            await queue.AskAsync(mail.Id, TimeSpan.Zero, cancellation);
        if (late.Count > 0)
            LogAsked(late.Count);
        var counts = await table.CountUnsentAsync(cancellation);
        instruments.Outbox.Read(
            Unsent.Select(state => (state.ToString().ToLowerInvariant(), counts.GetValueOrDefault(state)))
        );
        return [.. late.Select(mail => mail.Id)];
    }

    private static DateTimeOffset Due(StoredMail mail) =>
        new[] { mail.PendingSince, mail.NextTryAt ?? default, mail.LeaseUntil ?? default }.Max();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Asked again for {Count} mails that had waited too long")]
    private partial void LogAsked(int count);
}
