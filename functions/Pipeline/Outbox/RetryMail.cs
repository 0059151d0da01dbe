using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Outbox;

/// <summary>Sends again what somebody asks for: to those who have not got it, and to nobody else.</summary>
public sealed class RetryMail(OutboxTable table, OutboxQueue queue, PoisonMarks marks, TimeProvider time)
{
    /// <summary>Puts a mail back into the queue.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="to">Other addresses, separated by ';', in place of those it could not reach; "" = the same.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False: there is none, everybody has it, or it is being sent right now.</returns>
    public async Task<bool> RetryAsync(string id, string to, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await table.FindAsync(id, cancellation) is not { ReplacedBy: "" } mail || mail.LeaseUntil > now)
            return false;
        var again = mail with
        {
            Recipients = Again(mail, to),
            State = MailState.Pending,
            Error = "",
            PendingSince = now,
            LeaseUntil = null,
            NextTryAt = null,
        };
        if (again.Waiting.Any() && await table.ReplaceAsync(again, cancellation) is null)
            return false;
        // Also of one that everybody has: a retry may have died before it came to this.
        await marks.ClearAsync(MarkPoisonedMail.MarkOf(id), cancellation);
        if (!again.Waiting.Any())
            return false;
        await queue.AskAsync(id, TimeSpan.Zero, cancellation);
        return true;
    }

    private static List<Recipient> Again(StoredMail mail, string to)
    {
        var reached = mail.Recipients.Where(recipient => recipient.HasIt).ToList();
        var others = Addresses
            .Recipients(to)
            .Except(
                reached.Select(recipient => Addresses.Spelling(recipient.Address)),
                StringComparer.OrdinalIgnoreCase
            )
            .Select(address => new Recipient(address, IsCopy: false))
            .ToList();
        var missed = mail.Recipients.Where(recipient => !recipient.HasIt);
        return [.. reached, .. others.Count > 0 ? others : missed.Select(Afresh)];
    }

    /// <summary>What may have reached it is remembered: asking again doesn't make a third copy.</summary>
    private static Recipient Afresh(Recipient recipient) =>
        recipient with
        {
            State = RecipientState.Waiting,
            Reason = "",
        };
}
