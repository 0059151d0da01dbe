namespace CCHC.Pipeline.Outbox.Delivery;

/// <summary>How one try with the mail server ended.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The server has said that it has the message.</summary>
    Taken,

    /// <summary>The server has the message or not: no answer came after it was complete.</summary>
    Unanswered,

    /// <summary>The server has not got it; another try may do.</summary>
    NotNow,

    /// <summary>The server will not have this message.</summary>
    Never,
}

/// <summary>What the server said to one recipient.</summary>
internal sealed record RecipientAnswer(bool IsAccepted, bool IsForGood, string Text);

/// <summary>One try: its outcome, and what was said to each recipient that was named, by <see cref="Addresses.Spelling(string)"/>.</summary>
internal sealed record Delivered(
    DeliveryOutcome Outcome,
    string Reason,
    IReadOnlyDictionary<string, RecipientAnswer> Recipients
)
{
    /// <summary>What has become of a recipient.</summary>
    public Recipient After(Recipient recipient)
    {
        if (!recipient.IsWaiting || !Recipients.TryGetValue(Addresses.Spelling(recipient.Address), out var said))
            return recipient;
        if (!said.IsAccepted)
            return recipient with
            {
                State = said.IsForGood ? RecipientState.Refused : RecipientState.Waiting,
                Reason = said.Text,
            };
        return Outcome switch
        {
            DeliveryOutcome.Taken => recipient with { State = RecipientState.Taken, Unanswered = 0, Reason = "" },
            DeliveryOutcome.Never => recipient with { State = RecipientState.Refused, Reason = Reason },
            DeliveryOutcome.Unanswered or DeliveryOutcome.NotNow => recipient with { Reason = Reason },
        };
    }
}
