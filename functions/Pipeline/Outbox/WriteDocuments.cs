using System.Diagnostics;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox;

/// <summary>What a message of queue notices asks for: a unit's draft or a review's reports, then a mail to staff with them.</summary>
public sealed partial class WriteDocuments(
    WriteNotice notices,
    WriteReports reports,
    WaitingReports waiting,
    PostMail post,
    Store store,
    Registers registers,
    PeriodScheme scheme,
    IOptions<MailSettings> settings,
    ILogger<WriteDocuments> log
)
{
    /// <summary>Writes and posts.</summary>
    /// <returns>What can't be read, for which they wait: once it can, the review's tick asks again; null: they are written.</returns>
    public Task<Damage?> WriteAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var about = new Correlation(message.Period, message.Unit);
        var span = Tracing
            .Begin(
                message.IsForReports ? Spans.WriteReports : Spans.WriteNotice,
                () => TraceKey.Of(about),
                message.TraceParent,
                ActivityKind.Consumer
            )
            .About(about)
            .Say(SpanTags.Period, message.Period);
        return Tracing.InAsync(span, () => WriteInSpanAsync(message, about, cancellation));
    }

    /// <summary>Composes and stores nothing: what fails in it is why a document can't be written now.</summary>
    public async Task TryAsync(NoticeMessage message, CancellationToken cancellation)
    {
        if (message.IsForReports)
            await reports.ComposeAsync(message.Period, cancellation);
        else
            await notices.ComposeAsync(message, cancellation);
    }

    private async Task<Damage?> WriteInSpanAsync(
        NoticeMessage message,
        Correlation about,
        CancellationToken cancellation
    )
    {
        if (await ComposeAsync(message, cancellation) is { } awaited)
            return awaited;
        if (settings.Value.Staff.Length == 0)
            return null;
        if (!Period.TryParse(message.Period, scheme, out var period))
            throw new InvalidDataException($"\"{message.Period}\" không phải là một kỳ để soạn tài liệu.");
        var mail = message.IsForReports
            ? await ReportsAsync(period, cancellation)
            : await DraftAsync(period, message.Unit, cancellation);
        await post.PostAsync(mail with { About = about }, cancellation);
        return null;
    }

    private async Task<Damage?> ComposeAsync(NoticeMessage message, CancellationToken cancellation)
    {
        if (message.IsForReports)
            return await ReportAsync(message.Period, cancellation);
        try
        {
            await notices.WriteAsync(message, cancellation);
            return null;
        }
        catch (UnreadableException row) when (row.IsIn(StoredNames.ReviewsTable))
        {
            LogWaits(message.Period, message.Unit);
            return row.Damage;
        }
    }

    private async Task<Damage?> ReportAsync(string period, CancellationToken cancellation)
    {
        try
        {
            await reports.WriteAsync(period, cancellation);
            await waiting.ClearAsync(period, cancellation);
            return null;
        }
        catch (DamagedException damaged)
        {
            await waiting.NoteAsync(period, damaged.Damage, cancellation);
            LogReportsWait(damaged, period);
            return damaged.Damage;
        }
    }

    private async Task<Mail> DraftAsync(Period period, string unitId, CancellationToken cancellation)
    {
        var unit =
            (await registers.GetAsync(cancellation)).Units.Find(unitId)
            ?? throw new InvalidDataException($"Không có đơn vị {unitId} trong danh sách để soạn công văn.");
        return new(
            MailIds.Draft(period.Name, unitId),
            settings.Value.Staff,
            "",
            StaffMails.DraftSubject(unit, period),
            StaffMails.Draft(unit, period),
            [
                new(
                    StoredNames.Notices,
                    Paths.NoticeDocx(period.Name, unitId),
                    $"Dự thảo {unit.Name}, {Vietnamese.Name(period)}.docx"
                ),
            ]
        );
    }

    private async Task<Mail> ReportsAsync(Period period, CancellationToken cancellation)
    {
        var files = new List<Attachment>();
        foreach (var (path, name) in Files(period))
        {
            if (await store.Container(StoredNames.Reports).GetBlobClient(path).ExistsAsync(cancellation))
                files.Add(new(StoredNames.Reports, path, name));
        }
        return new(
            MailIds.Reports(period.Name),
            settings.Value.Staff,
            "",
            StaffMails.ReportsSubject(period),
            StaffMails.Reports(period, [.. files.Select(file => file.FileName)]),
            files
        );
    }

    private static IEnumerable<(string Path, string Name)> Files(Period period)
    {
        var name = Vietnamese.Name(period);
        yield return (Paths.SummaryReport(period.Name), $"Báo cáo tổng hợp {name}.docx");
        yield return (Paths.Form06(period.Name), $"Biểu số 06 {name}.xlsx");
        yield return (Paths.OfficesLetter(period.Name), $"Công văn gửi các phòng chuyên môn {name}.docx");
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The letter of {Unit} for {Period} waits: its review can't be read, cchc health names it"
    )]
    private partial void LogWaits(string period, string unit);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The reports of {Period} wait: something they rest on can't be read, cchc health names it"
    )]
    private partial void LogReportsWait(Exception why, string period);
}
