using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Pipeline.Recovery.Poison;

/// <summary>Everything that was given up: what is marked, and messages in poison queues that nobody has marked yet.</summary>
public sealed class ListGivenUp(
    PoisonMarks marks,
    PoisonQueues queues,
    HealthCheck health,
    ReceiptStore receipts,
    ChecklistReceipts checklists,
    OutboxTable mails,
    WriteDocuments documents,
    MarkPoisoned uploads,
    MarkPoisonedNotice notices,
    MarkPoisonedMail outbox
)
{
    private const string InTheLog = "không làm được sau năm lần thử; lý do ở nhật ký";

    /// <summary>By mark; what was put right meanwhile loses its mark and is not among them.</summary>
    public async Task<IReadOnlyList<GivenUp>> ListAsync(CancellationToken cancellation)
    {
        await health.StandingAsync(cancellation);
        var items = new List<GivenUp>();
        foreach (var mark in await marks.ListMarksAsync(cancellation))
            items.Add(await TellAsync(mark, cancellation));
        foreach (var (queue, _) in await queues.CountAsync(cancellation))
        {
            foreach (var message in await queues.PeekAsync(queue, cancellation))
            {
                var mark = MarkOf(queue, message.Body.ToString());
                var times = (int)Math.Min(message.DequeueCount, int.MaxValue);
                var item = await TellAsync(new(mark, message.InsertedOn ?? default, times), cancellation);
                items.Add(item with { Queue = queue });
            }
        }
        return [.. items.DistinctBy(item => item.Mark).OrderBy(item => item.Mark, StringComparer.Ordinal)];
    }

    /// <summary>Marks what nobody has marked yet, as the functions do.</summary>
    /// <returns>What failed.</returns>
    public Task<IReadOnlyList<Exception>> MarkAllAsync(CancellationToken cancellation) =>
        queues.WorkOffAsync(
            (queue, message) =>
                PoisonQueues.OursOf(queue) switch
                {
                    StoredNames.NoticesPoisonQueue => notices.MarkAsync(message, cancellation),
                    StoredNames.OutboxPoisonQueue => outbox.MarkAsync(message, cancellation),
                    _ => uploads.MarkAsync(message, cancellation),
                },
            cancellation
        );

    private static string MarkOf(string queue, string message) =>
        PoisonQueues.OursOf(queue) switch
        {
            StoredNames.NoticesPoisonQueue => MarkPoisonedNotice.MarkOf(message),
            StoredNames.OutboxPoisonQueue when Keys.IsKey(message) => MarkPoisonedMail.MarkOf(message),
            StoredNames.OutboxPoisonQueue => UnreadableMessages.MarkOf(StoredNames.OutboxPoisonQueue, message),
            _ => MarkPoisoned.MarkOf(message),
        };

    private async Task<GivenUp> TellAsync(PoisonMark mark, CancellationToken cancellation)
    {
        if (FailedUploads.OfMark(mark.What) is { } export)
            return await TellUploadAsync(mark, export, cancellation);
        if (MarkPoisonedChecklist.OfMark(mark.What) is { } checklist)
            return await TellChecklistAsync(mark, checklist, cancellation);
        if (MarkPoisonedMail.OfMark(mark.What) is { } id)
            return await TellMailAsync(mark, id, cancellation);
        if (MarkPoisonedNotice.OfMark(mark.What) is { } notice)
            return Tell(
                mark,
                notice.IsForReports ? $"các báo cáo kỳ {notice.Period}" : $"công văn kỳ {notice.Period}, {notice.Unit}",
                await WhyNotAsync(notice, cancellation),
                "sửa nguyên nhân, rồi cchc poison retry"
            );
        return Tell(
            mark,
            "tin nhắn không phải do hệ thống này viết",
            "không đọc được; chỉ giữ mã băm và số ký tự, vì có thể chứa dữ liệu cá nhân",
            "tìm xem ai đã ghi vào hàng đợi, rồi cchc poison drop"
        );
    }

    /// <summary>Its message says nothing of the reason: what would keep it from being written now is told.</summary>
    private async Task<string> WhyNotAsync(NoticeMessage notice, CancellationToken cancellation)
    {
        try
        {
            await documents.TryAsync(notice, cancellation);
            return InTheLog + " của WriteNotice; bây giờ thì soạn được";
        }
        catch (InvalidDataException nothing)
        {
            return nothing.Message;
        }
        catch (Exception why) when (why is not OperationCanceledException)
        {
            return UnitTrouble.Of(notice.Unit, why).Words;
        }
    }

    private async Task<GivenUp> TellUploadAsync(PoisonMark mark, string export, CancellationToken cancellation)
    {
        var told = await receipts.FindAsync(Paths.ReceiptOf(export), cancellation);
        return Tell(
            mark with
            {
                Times = Math.Max(mark.Times, told?.Attempts ?? 0),
            },
            Paths.SplitExport(export) is var (code, file) ? $"tệp {file} của {code}" : $"tệp {export}",
            told?.Receipt.Message ?? InTheLog + " của TakeInExport",
            "sửa nguyên nhân, rồi cchc poison retry; muốn rút tệp: cchc poison drop"
        );
    }

    private async Task<GivenUp> TellChecklistAsync(PoisonMark mark, string file, CancellationToken cancellation) =>
        Tell(
            mark,
            $"phiếu kiểm tra {file}",
            (await checklists.FindAsync(file, cancellation))?.Message ?? InTheLog + " của TakeInChecklist",
            "sửa nguyên nhân, rồi cchc poison retry; muốn bỏ phiếu: cchc poison drop"
        );

    private async Task<GivenUp> TellMailAsync(PoisonMark mark, string id, CancellationToken cancellation)
    {
        var mail = await mails.FindAsync(id, cancellation);
        return Tell(
            mark with
            {
                Times = Math.Max(mark.Times, mail?.Tries ?? 0),
            },
            $"thư {id}",
            mail is null ? "không còn trong hộp thư đi"
                : mail.Error.Length > 0 ? mail.Error
                : InTheLog + " của SendMail",
            "cchc poison retry; đổi người nhận: cchc outbox retry ID --to ADDRESS"
        );
    }

    private static GivenUp Tell(PoisonMark mark, string what, string why, string todo) =>
        new(mark.What, mark.Since, mark.Times, what, why, todo);
}
