using System.Text.Json.Serialization;

namespace CCHC.Pipeline.Outbox;

/// <summary>How far one recipient's copy has come.</summary>
public enum RecipientState
{
    /// <summary>Still to be sent.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Taken,

    /// <summary>The mail server has most likely taken it twice, but its answer was lost both times.</summary>
    Unconfirmed,

    /// <summary>The mail server will never take it.</summary>
    Refused,

    /// <summary>Not ours to write to.</summary>
    NotAllowed,
}

/// <summary>One recipient of one mail.</summary>
/// <param name="Address">As registered.</param>
/// <param name="IsCopy">Cc instead of To.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Unanswered">Messages that may have been completed for it without an answer: at most two.</param>
/// <param name="Reason">Why it was refused or has to wait; "" otherwise.</param>
public sealed record Recipient(
    string Address,
    bool IsCopy,
    RecipientState State = RecipientState.Waiting,
    int Unanswered = 0,
    string Reason = ""
)
{
    /// <summary>A message whose answer was lost may be repeated once.</summary>
    public const int MostUnanswered = 2;

    /// <summary>As far as anybody can know.</summary>
    [JsonIgnore]
    public bool HasIt => State is RecipientState.Taken or RecipientState.Unconfirmed;

    public bool IsWaiting => State is RecipientState.Waiting;

    /// <summary>Two completed messages without an answer: a third would be one too many.</summary>
    public Recipient Settled() =>
        IsWaiting && Unanswered >= MostUnanswered
            ? this with
            {
                State = RecipientState.Unconfirmed,
                Reason = "máy chủ thư không trả lời sau khi nhận",
            }
            : this;
}
