using CCHC.Pipeline.Outbox;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>
/// Mails whose row is gone: whether they were sent nobody can tell any more. They are put back as held, which only a
/// person sends.
/// </summary>
public sealed class LostMails(OutboxTable table, MailCopies copies)
{
    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation)
    {
        // A mail's copy is written after its row.
        var posted = await copies.IdsAsync(cancellation);
        var stored = await table.IdsAsync(cancellation);
        return
        [
            .. posted
                .Where(id => !stored.Contains(id))
                .Select(id => new LostRow(
                    PostMail.LostMail(id),
                    $"thư được giữ lại, không gửi: hỏi người nhận, chưa nhận được thì cchc outbox retry {id}",
                    then => PutBackAsync(id, then)
                )),
        ];
    }

    /// <summary>Mails that were posted before copies were kept, or by a process that died between the two, get theirs.</summary>
    public async Task CopyAsync(CancellationToken cancellation)
    {
        var posted = await copies.IdsAsync(cancellation);
        foreach (var mail in await table.ListAsync(null, cancellation))
        {
            if (!posted.Contains(mail.Id))
                await copies.PutAsync(mail, cancellation);
        }
    }

    private async Task PutBackAsync(string id, CancellationToken cancellation)
    {
        if (await copies.FindAsync(id, cancellation) is not { } mail)
            return;
        var held = mail with
        {
            State = MailState.Held,
            Error = "dòng này đã mất và được lập lại, không rõ đã gửi hay chưa: hỏi người nhận trước khi gửi lại",
            LeaseUntil = null,
            NextTryAt = null,
        };
        await table.AddAsync(held, cancellation);
    }
}
