using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.TakeIn.Telling;

/// <summary>A heading of the morning's mail and what stands below it.</summary>
public sealed record MorningSection(string Heading, IReadOnlyList<string> Items);

/// <summary>
/// What staff are written on the morning of a working day: what is held back, in doubt or missing, and what of the
/// post did not arrive. One mail, and none where there is nothing.
/// </summary>
public sealed class MorningMail(
    HeldBack held,
    HealthCheck health,
    PlanReminders reminders,
    PostMail post,
    Registers registers,
    IOptions<MailSettings> settings,
    TimeProvider time
)
{
    /// <summary>Posts today's, if there is anything to say; whether it is new.</summary>
    public async Task<bool> TellAsync(CancellationToken cancellation)
    {
        var today = time.Today();
        if (settings.Value.Staff.Length == 0 || await SectionsAsync(today, cancellation) is not { Count: > 0 } sections)
            return false;
        var count = sections.Sum(section => section.Items.Count);
        var body = new MailBody().Say(
            $"Các việc cần cán bộ theo dõi xem trong {Vietnamese.LowerFirst(Vietnamese.Day(today))}:"
        );
        foreach (var section in sections)
            body.Say(section.Heading).List(section.Items);
        var mail = new Mail(
            MailIds.Morning(today),
            settings.Value.Staff,
            "",
            $"{Vietnamese.Number(count)} việc cần xem, {Vietnamese.LowerFirst(Vietnamese.Day(today))}",
            body.Say(UnitMails.Automatic),
            []
        );
        return await post.PostAsync(mail, cancellation);
    }

    /// <summary>What there is to say on a day; nothing on days off.</summary>
    public async Task<IReadOnlyList<MorningSection>> SectionsAsync(DateOnly today, CancellationToken cancellation)
    {
        var calendar = (await registers.GetAsync(cancellation)).Calendar;
        if (!calendar.Covers(today) || !calendar.IsWorkingDay(today))
            return [];
        return
        [
            .. new MorningSection[]
            {
                new(
                    "Tệp bị tạm giữ hoặc từ chối mà chưa có tệp khác của cùng ngày số liệu (xem phiếu: cchc receipts MÃ):",
                    await held.ListAsync(today, cancellation)
                ),
                new("Nghi vấn chờ quyết định:", await health.DoubtsAsync(cancellation)),
                new("Đơn vị chậm gửi số liệu:", await reminders.LateAsync(today, cancellation)),
                new("Nguồn lấy số liệu tự động còn thiếu ngày:", await health.PullsAsync(cancellation)),
                new("Thư chưa đến người nhận:", await health.MailsAsync(cancellation)),
            }.Where(section => section.Items.Count > 0),
        ];
    }
}
