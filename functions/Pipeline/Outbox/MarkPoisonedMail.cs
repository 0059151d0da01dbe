using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Outbox;

/// <summary>Marks a mail that five deliveries could not deal with, so that health turns red and staff can ask for it again.</summary>
public sealed partial class MarkPoisonedMail(OutboxTable table, PoisonMarks marks, ILogger<MarkPoisonedMail> log)
{
    private const string Prefix = StoredNames.OutboxQueue + "/";

    public static string MarkOf(string id) => Prefix + id;

    /// <summary>The mail that a mark speaks of; null for a mark of another kind.</summary>
    public static string? OfMark(string mark) =>
        mark.StartsWith(Prefix, StringComparison.Ordinal) ? mark[Prefix.Length..] : null;

    /// <summary>Marks the mail that a poison message names.</summary>
    /// <param name="message">The poisoned message: a mail's id, if it is one of ours.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task MarkAsync(string message, CancellationToken cancellation)
    {
        var mail = await FindAsync(message, cancellation);
        // A message too many of a mail that was sent or held: nothing is left to do, and nobody could clear the mark.
        if (mail is { State: MailState.Sent or MailState.Held } or { ReplacedBy.Length: > 0 })
            return;
        var mark = mail is null ? UnreadableMessages.MarkOf(StoredNames.OutboxPoisonQueue, message) : MarkOf(mail.Id);
        LogPoisoned(mark);
        await marks.SetAsync(mark, cancellation);
        if (mail is { State: MailState.Pending })
            await table.ReplaceAsync(
                mail with
                {
                    State = MailState.Failed,
                    LeaseUntil = null,
                    Error = mail.Error.Length > 0 ? mail.Error : "không soạn hoặc không gửi được sau năm lần thử",
                },
                cancellation
            );
    }

    /// <summary>One that can't be read is none here: health names it by its own mark.</summary>
    private async Task<StoredMail?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await table.FindAsync(id, cancellation);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Gave up {Mark}: see docs/mail.md")]
    private partial void LogPoisoned(string mark);
}
