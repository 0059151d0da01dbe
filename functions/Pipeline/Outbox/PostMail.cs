using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox;

/// <summary>
/// Puts a mail into the outbox: the row first, then its copy, last the message that asks for it. Where there is a copy
/// and no row, that was lost: nobody is mailed again without a person's word.
/// </summary>
public sealed partial class PostMail(
    OutboxTable table,
    MailCopies kept,
    OutboxQueue queue,
    DamageMarks marks,
    IOptions<MailSettings> settings,
    TimeProvider time,
    ILogger<PostMail> log
)
{
    /// <summary>Posts a mail; the same id again posts nothing.</summary>
    /// <returns>Whether it is new.</returns>
    public Task<bool> PostAsync(Mail mail, CancellationToken cancellation)
    {
        var span = Tracing
            .Begin(Spans.PostMail, () => mail.TraceKey, traceParent: null, ActivityKind.Producer)
            .About(mail.About)
            .Say(SpanTags.Mail, mail.Id);
        return Tracing.InAsync(span, () => PostInSpanAsync(mail, cancellation));
    }

    private async Task<bool> PostInSpanAsync(Mail mail, CancellationToken cancellation)
    {
        if (await kept.HasAsync(mail.Id, cancellation) && !await table.HasAsync(mail.Id, cancellation))
        {
            await marks.SetAsync(LostMail(mail.Id), cancellation);
            LogLost(mail.Id);
            return false;
        }
        var stored = Stored(mail);
        if (await table.AddAsync(stored, cancellation))
        {
            await kept.PutAsync(stored, cancellation);
            await queue.AskAsync(mail.Id, TimeSpan.Zero, cancellation);
            LogPosted(mail.Id);
            return true;
        }
        try
        {
            // Died between row and message? A message too many does no harm: the row lets one through.
            if (await table.FindAsync(mail.Id, cancellation) is { State: MailState.Pending, Tries: 0 } posted)
            {
                await kept.PutAsync(posted, cancellation);
                await queue.AskAsync(mail.Id, TimeSpan.Zero, cancellation);
            }
        }
        catch (UnreadableException)
        {
            // It was posted once; whether it was sent nobody knows, so nobody is mailed twice, and health names it.
            LogUnreadable(mail.Id);
        }
        return false;
    }

    internal static Damage LostMail(string id) =>
        new(
            OutboxTable.PlaceOf(id),
            "dòng này đã mất; không rõ thư đã gửi hay chưa nên không gửi lại: phục hồi từ bản sao lưu, hoặc cchc rebuild lập lại thư ở trạng thái giữ lại, hỏi người nhận, chưa nhận được thì cchc outbox retry"
        );

    private StoredMail Stored(Mail mail)
    {
        var now = time.GetUtcNow();
        var to = Addresses.Recipients(mail.To);
        var copies = Addresses.Recipients(mail.Cc).Except(to, StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Id = mail.Id,
            Recipients =
            [
                .. to.Select(address => new Recipient(address, IsCopy: false)),
                .. copies.Select(address => new Recipient(address, IsCopy: true)),
            ],
            Subject = mail.Subject,
            Text = mail.Body.Text,
            Html = mail.Body.Html,
            Attachments = mail.Attachments,
            MessageId = MessageId(mail.Id, now),
            CreatedAt = now,
            PendingSince = now,
            About = mail.About?.ToString(),
            TraceParent = Signals.Present?.Id,
        };
    }

    /// <summary>From the id, and from when it was posted: another store's mail of this id is another mail.</summary>
    private string MessageId(string id, DateTimeOffset now)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{id} {now.UtcTicks}");
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 6));
        return MailIds.MessageId($"{id}.{mark}", settings.Value.From);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Posted mail {Id}")]
    private partial void LogPosted(string id);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Id} was posted before and can't be read: cchc health names it"
    )]
    private partial void LogUnreadable(string id);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Mail {Id} was posted before and its row is gone: it is not sent again, cchc health names it"
    )]
    private partial void LogLost(string id);
}
