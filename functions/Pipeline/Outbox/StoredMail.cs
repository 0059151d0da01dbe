using System.Text.Json.Serialization;
using Azure;

namespace CCHC.Pipeline.Outbox;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for the mail server.</summary>
    Pending,

    /// <summary>The server of one it is written to, not only of a copy's, has it, and nobody waits any more.</summary>
    Sent,

    /// <summary>Nobody that it is written to got it.</summary>
    Failed,

    /// <summary>No mail server is configured: composed, not sent, and not sent later unless somebody asks for it.</summary>
    Held,
}

/// <summary>A mail as the table holds it.</summary>
public sealed record StoredMail
{
    public required string Id { get; init; }
    public required IReadOnlyList<Recipient> Recipients { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>Without brackets; the same however often the mail is sent.</summary>
    public required string MessageId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public MailState State { get; init; }
    public int Tries { get; init; }

    /// <summary>Why it is not sent, or not to all, in Vietnamese; "" otherwise.</summary>
    public string Error { get; init; } = "";

    /// <summary>The mail that was posted in its place before it was sent; "" otherwise. Such a one is never sent.</summary>
    public string ReplacedBy { get; init; } = "";

    /// <summary>Since when it may be given up: its creation, or the last time somebody asked for it again.</summary>
    public required DateTimeOffset PendingSince { get; init; }

    /// <summary>Somebody is sending it until then; a process that died lets go by this.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Its next try; null = at once.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>As <see cref="Mail.About"/>; null in rows of old.</summary>
    public string? About { get; init; }

    /// <summary>W3C traceparent of its posting, where somebody listened; decides nothing.</summary>
    public string? TraceParent { get; init; }

    /// <summary>As read.</summary>
    [JsonIgnore]
    public ETag ETag { get; init; }

    /// <summary>False: for some recipient no answer confirms it.</summary>
    public bool IsConfirmed => Recipients.All(recipient => recipient.State is not RecipientState.Unconfirmed);

    /// <summary>Recipients who will not get it.</summary>
    public int Missed => Recipients.Count(recipient => recipient is { IsWaiting: false, HasIt: false });

    public IEnumerable<Recipient> Waiting => Recipients.Where(recipient => recipient.IsWaiting);

    /// <summary>With other recipients' states, and its own that follows from them.</summary>
    public StoredMail With(IEnumerable<Recipient> recipients, DateTimeOffset now)
    {
        var settled = this with { Recipients = [.. recipients.Select(recipient => recipient.Settled())] };
        if (settled.Waiting.Any())
            return settled with { State = MailState.Pending };
        var meant = settled.Recipients.Where(recipient => !recipient.IsCopy).ToList();
        return (meant.Count > 0 ? meant : settled.Recipients).Any(recipient => recipient.HasIt)
            ? settled with
            {
                State = MailState.Sent,
                SentAt = now,
            }
            : settled with
            {
                State = MailState.Failed,
            };
    }
}
