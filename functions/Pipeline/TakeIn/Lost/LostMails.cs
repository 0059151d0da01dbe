using CCHC.Pipeline.Outbox;

namespace CCHC.Pipeline.TakeIn.Lost;

/// <summary>
/// Mails whose row is gone: whether they were sent nobody can tell any more. They are put back as held, which only a
/// person sends.
/// </summary>
public sealed class LostMails(OutboxTable table, MailCopies copies)
{
    private const string CopyGone =
        "bản sao của thư cũng hỏng hoặc bị sửa; không gửi lại: phục hồi dòng này từ bản sao lưu";

    public async Task<IReadOnlyList<LostRow>> FindAsync(CancellationToken cancellation)
    {
        // A mail's copy is written after its row.
        var posted = await copies.IdsAsync(cancellation);
        var stored = await table.IdsAsync(cancellation);
        var lost = new List<LostRow>();
        foreach (var id in posted.Where(id => !stored.Contains(id)))
            lost.Add(LostOf(id, await copies.FindAsync(id, cancellation)));
        return lost;
    }

    private LostRow LostOf(string id, StoredMail? copy) =>
        copy is null
            ? new(LostRow.DamageAt(OutboxTable.PlaceOf(id), CopyGone), CopyGone, _ => Task.CompletedTask)
            {
                IsUnknown = true,
            }
            : new(
                PostMail.LostMail(id),
                $"thư được giữ lại, không gửi: hỏi người nhận, chưa nhận được thì cchc outbox retry {id}",
                then => PutBackAsync(copy, then)
            );

    /// <summary>
    /// Mails that were posted before copies were kept, or by a process that died between the two, get theirs, and those
    /// whose copy was changed a new one.
    /// </summary>
    public async Task CopyAsync(CancellationToken cancellation)
    {
        var posted = await copies.SoundIdsAsync(cancellation);
        foreach (var mail in await table.ListAsync(null, cancellation))
        {
            if (!posted.Contains(mail.Id))
                await copies.PutAsync(mail, cancellation);
        }
    }

    private async Task PutBackAsync(StoredMail mail, CancellationToken cancellation)
    {
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
