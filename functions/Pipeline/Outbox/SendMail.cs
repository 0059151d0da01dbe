using CCHC.Pipeline.Outbox.Delivery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox;

/// <summary>
/// Sends one mail: none is lost, and only one whose answer was lost is repeated, once (docs/adr/0014). Trouble with the
/// mail server is an outcome, not an exception: the mail waits for its next try.
/// </summary>
public sealed partial class SendMail : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>A message that comes so much before the next try is a second one of its kind.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly OutboxTable table;
    private readonly OutboxQueue queue;
    private readonly MailCarrier carrier;
    private readonly PoisonMarks marks;
    private readonly MailSettings settings;
    private readonly Instruments instruments;
    private readonly TimeProvider time;
    private readonly ILogger<SendMail> log;
    private readonly SemaphoreSlim connections;

    public SendMail(
        OutboxTable table,
        OutboxQueue queue,
        PoisonMarks marks,
        MendDocuments documents,
        IOptions<MailSettings> settings,
        Instruments instruments,
        TimeProvider time,
        ILogger<SendMail> log
    )
    {
        (this.table, this.queue, this.marks, this.time, this.log) = (table, queue, marks, time, log);
        (this.settings, this.instruments) = (settings.Value, instruments);
        carrier = new(settings, new MailComposer(documents, settings));
        connections = new(this.settings.MostConnections);
    }

    /// <summary>Sends a mail if it waits and its next try is due; any other is done already, or has a later message.</summary>
    public Task SendAsync(string id, CancellationToken cancellation) => SendAsync(id, Early, cancellation);

    /// <summary>Sends a mail if it waits, whenever its next try is due.</summary>
    public Task SendNowAsync(string id, CancellationToken cancellation) =>
        SendAsync(id, TimeSpan.MaxValue, cancellation);

    private async Task SendAsync(string id, TimeSpan early, CancellationToken cancellation)
    {
        try
        {
            if (await table.FindAsync(id, cancellation) is { State: MailState.Pending } mail)
                await Tracing.InAsync(BeginSpan(mail), () => SendAsync(mail, early, cancellation));
        }
        catch (UnreadableException)
        {
            // Health names it; the sweep asks for it again once it can be read.
            LogUnreadable(id);
        }
    }

    private async Task SendAsync(StoredMail mail, TimeSpan early, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (mail.NextTryAt - now > early)
            return;
        if (mail.LeaseUntil > now)
            await queue.AskAsync(mail.Id, mail.LeaseUntil.Value - now, cancellation);
        else if (settings.IsDryRun)
            await HoldAsync(mail, cancellation);
        else
            await TryAsync(mail, cancellation);
    }

    public void Dispose() => connections.Dispose();

    private async Task HoldAsync(StoredMail mail, CancellationToken cancellation)
    {
        var held = mail with { State = MailState.Held, Error = "chưa cấu hình máy chủ thư (Mail:Host)" };
        if (await table.ReplaceAsync(held, cancellation) is not null)
            LogEnd(held);
    }

    private async Task TryAsync(StoredMail mail, CancellationToken cancellation)
    {
        await connections.WaitAsync(cancellation);
        try
        {
            if (await ClaimAsync(mail, cancellation) is { State: MailState.Pending } claimed)
                await CarryOrGiveUpAsync(claimed, cancellation);
        }
        finally
        {
            connections.Release();
        }
    }

    /// <summary>Ours until the lease ends; null: somebody else was quicker.</summary>
    private async Task<StoredMail?> ClaimAsync(StoredMail mail, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = mail.With(mail.Recipients.Select(Allowed), now);
        var lease = carrier.LongestTry + TimeSpan.FromMinutes(1);
        var claim =
            asked.State is MailState.Pending
                ? asked with
                {
                    Tries = mail.Tries + 1,
                    MessageId = mail.Tries == 0 ? MailIds.MessageId(mail.MessageId, settings.From) : mail.MessageId,
                    LeaseUntil = now + lease,
                }
                : asked with
                {
                    LeaseUntil = null,
                    Error = Reasons(asked),
                };
        var claimed = await table.ReplaceAsync(claim, cancellation);
        if (claimed is null)
            // Whoever it is may die: its own message or this one comes back.
            await queue.AskAsync(mail.Id, lease, cancellation);
        else if (claimed.State is not MailState.Pending)
            LogEnd(claimed);
        return claimed;
    }

    private Recipient Allowed(Recipient recipient) =>
        recipient.IsWaiting && Addresses.WhyNot(recipient.Address, settings.AllowedDomains) is { } reason
            ? recipient with
            {
                State = RecipientState.NotAllowed,
                Reason = reason,
            }
            : recipient;

    private async Task CarryOrGiveUpAsync(StoredMail claimed, CancellationToken cancellation)
    {
        try
        {
            await CarryAsync(claimed, cancellation);
        }
        catch (UnreadableException lacking)
        {
            // Nothing has been sent: it waits until the file is put right, and is not given up before others are.
            var waits = claimed with
            {
                LeaseUntil = null,
                Error = $"tệp đính kèm {lacking.Damage.Place}: {lacking.Damage.Words}",
            };
            await FinishAsync(waits, time.GetUtcNow(), cancellation);
        }
        catch (InvalidDataException incomplete)
        {
            // No later try composes it either; nothing has been sent.
            var failed = claimed with
            {
                State = MailState.Failed,
                LeaseUntil = null,
                Error = incomplete.Message,
            };
            if (await table.ReplaceAsync(failed, cancellation) is not null)
                LogEnd(failed);
            await marks.SetAsync(MarkPoisonedMail.MarkOf(claimed.Id), cancellation);
        }
    }

    private async Task CarryAsync(StoredMail claimed, CancellationToken cancellation)
    {
        var noted = claimed;
        var delivered = await carrier.CarryAsync(claimed, NoteAsync, cancellation);
        var now = time.GetUtcNow();
        var before = delivered.Outcome is DeliveryOutcome.Unanswered ? noted : claimed;
        var after = noted.With(before.Recipients.Select(recipient => delivered.After(recipient)), now) with
        {
            LeaseUntil = null,
            NextTryAt = null,
        };
        after = after with { Error = after.State is MailState.Pending ? delivered.Reason : "" };
        if (after.Error.Length == 0)
            after = after with { Error = Reasons(after) };
        await FinishAsync(after, now, cancellation);

        // The dot is not sent before the row says that it may have been: a crash from here on counts as no answer.
        async Task NoteAsync(IEnumerable<string> accepted, CancellationToken token)
        {
            var named = accepted.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var note = claimed with
            {
                Recipients =
                [
                    .. claimed.Recipients.Select(recipient =>
                        recipient.IsWaiting && named.Contains(Addresses.Spelling(recipient.Address))
                            ? recipient with
                            {
                                Unanswered = recipient.Unanswered + 1,
                            }
                            : recipient
                    ),
                ],
            };
            noted =
                await table.ReplaceAsync(note, token)
                ?? throw new InvalidOperationException($"Mail {claimed.Id} was taken over while it was sent.");
        }
    }

    private async Task FinishAsync(StoredMail after, DateTimeOffset now, CancellationToken cancellation)
    {
        var pause = Pause(after.Tries);
        var isGivenUp =
            after.State is MailState.Pending
            && now + pause > after.PendingSince + TimeSpan.FromDays(settings.GiveUpAfterDays);
        if (isGivenUp)
            after = after with { State = MailState.Failed };
        else if (after.State is MailState.Pending)
            after = after with { NextTryAt = now + pause };
        if (await table.ReplaceAsync(after, cancellation) is null)
            throw new InvalidOperationException($"Mail {after.Id} was changed while it was sent.");
        LogEnd(after);
        if (isGivenUp)
            await marks.SetAsync(MarkPoisonedMail.MarkOf(after.Id), cancellation);
        else if (after.State is MailState.Pending)
            await queue.AskAsync(after.Id, pause, cancellation);
    }

    private TimeSpan Pause(int tries)
    {
        var doubled = TimeSpan.FromSeconds(settings.FirstPauseSeconds) * Math.Pow(2, Math.Min(tries - 1, 12));
        return doubled < LongestPause ? doubled : LongestPause;
    }

    /// <summary>Each recipient that did not get it, or may not have, and why.</summary>
    private static string Reasons(StoredMail mail) =>
        mail.Recipients.Count == 0
            ? "không có địa chỉ người nhận"
            : string.Join(
                "; ",
                mail.Recipients.Where(r => r.Reason.Length > 0).Select(r => $"{r.Address}: {r.Reason}")
            );
}
