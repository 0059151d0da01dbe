using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Recovery.Poison;

/// <summary>How a retry ended.</summary>
/// <param name="IsDone">Its mark is gone.</param>
/// <param name="Words">What became of it, in Vietnamese.</param>
public sealed record Retried(bool IsDone, string Words);

/// <summary>Does once more, now, what was given up; what works loses its mark.</summary>
public sealed class RetryGivenUp(
    TakeInExports takeIn,
    FailedUploads failed,
    ExportStore exports,
    TakeInChecklist checklists,
    RetryMail mails,
    SendMail send,
    OutboxTable outbox,
    IOptions<MailSettings> mailSettings,
    WriteDocuments documents,
    MendDocuments attachments,
    PoisonMarks marks
)
{
    private static readonly Retried IsGone = new(false, "không còn trong kho; bỏ dấu bằng cchc poison drop");

    /// <summary>Retries it; what it throws has left the mark, counted once more.</summary>
    public async Task<Retried> RetryAsync(GivenUp item, CancellationToken cancellation)
    {
        if (MarkPoisonedMail.OfMark(item.Mark) is { } mail)
            return await RetryMailAsync(mail, cancellation);
        if (UnreadableMessages.IsOne(item.Mark))
            return new(false, "không đọc được nên không làm lại được; bỏ bằng cchc poison drop");
        try
        {
            var retried = await DoAsync(item.Mark, cancellation);
            if (retried.IsDone)
                await marks.ClearAsync(item.Mark, cancellation);
            return retried;
        }
        catch (Exception again) when (again is not OperationCanceledException)
        {
            await NoteAsync(item.Mark, again, cancellation);
            throw;
        }
    }

    private async Task<Retried> DoAsync(string mark, CancellationToken cancellation)
    {
        if (FailedUploads.OfMark(mark) is { } export)
            return await takeIn.TakeInAsync(export, cancellation) is { } receipt
                ? new(receipt.IsFinal, receipt.Message)
                : IsGone;
        if (MarkPoisonedChecklist.OfMark(mark) is { } file)
            return await checklists.TakeInAsync(file, cancellation) is { } taken
                ? new(taken.Outcome is not Outcome.Failed, taken.Message)
                : IsGone;
        if (MarkPoisonedNotice.OfMark(mark) is not { } notice)
            return new(false, "dấu này không rõ thuộc việc gì; bỏ bằng cchc poison drop");
        if (await documents.WriteAsync(notice, cancellation) is { } awaited)
            return new(false, $"chưa soạn được, {awaited.Place}: {awaited.Words}");
        return new(true, notice.IsForReports ? "đã soạn lại các báo cáo" : "đã soạn công văn");
    }

    private async Task NoteAsync(string mark, Exception again, CancellationToken cancellation)
    {
        if (FailedUploads.OfMark(mark) is { } name && await exports.FindListedAsync(name, cancellation) is { } export)
            await failed.TellAsync(name, export.ETag, export.LastModified, again, cancellation);
        else
            await marks.SetAsync(mark, cancellation);
    }

    /// <summary>What should go with a mail and can't be had; null: nothing, or everybody has it.</summary>
    private async Task<Damage?> LackingAsync(string id, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(id, cancellation) is not { State: not MailState.Sent } mail)
            return null;
        foreach (var file in mail.Attachments)
        {
            try
            {
                await attachments.ReadAsync(file.Container, file.Path, cancellation);
            }
            catch (UnreadableException unreadable)
            {
                return unreadable.Damage;
            }
        }
        return null;
    }

    /// <summary>Where no mail server is set, as on staff's machines, sending it here would hold it back: the app does.</summary>
    private async Task<Retried> RetryMailAsync(string id, CancellationToken cancellation)
    {
        if (await LackingAsync(id, cancellation) is { } lacking)
            return new(false, $"chưa gửi được, tệp đính kèm {lacking.Place}: {lacking.Words}");
        var isAsked = await mails.RetryAsync(id, "", cancellation);
        if (isAsked && mailSettings.Value.IsDryRun)
            return new(true, "đã xếp lại vào hàng đợi; ứng dụng sẽ gửi");
        if (isAsked)
            await send.SendNowAsync(id, cancellation);
        return await outbox.FindAsync(id, cancellation) switch
        {
            null => IsGone,
            { State: MailState.Sent } mail => new(true, MailWords.Of(mail)),
            { State: MailState.Held } => new(true, "giữ lại, chưa gửi"),
            { State: MailState.Pending } mail => new(false, $"chưa gửi được, sẽ tự thử lại: {mail.Error}"),
            var mail => new(false, mail.Error),
        };
    }
}
