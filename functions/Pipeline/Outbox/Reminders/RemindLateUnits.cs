using Azure;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CCHC.Pipeline.Outbox.Reminders;

/// <summary>
/// The tick of a working day: late units are reminded, units are warned early, overdue answers are urged. A mail's id
/// is what it is about, so nobody is mailed twice for the same thing.
/// </summary>
public sealed partial class RemindLateUnits(
    PlanReminders plan,
    PostMail post,
    Registers registers,
    IOptions<MailSettings> settings,
    Instruments instruments,
    TimeProvider time,
    ILogger<RemindLateUnits> log
)
{
    /// <summary>Posts what is due today; returns what was new.</summary>
    public Task<IReadOnlyList<PlannedMail>> RemindAsync(CancellationToken cancellation) =>
        Tracing.StepAsync(Spans.RemindLateUnits, () => RemindInSpanAsync(cancellation));

    private async Task<IReadOnlyList<PlannedMail>> RemindInSpanAsync(CancellationToken cancellation)
    {
        var today = time.Today();
        var calendar = (await registers.GetAsync(cancellation)).SoundCalendar;
        if (!calendar.Covers(today))
        {
            await TellCalendarEndsAsync(today.Year, cancellation);
            return [];
        }
        var planned = (await plan.PlanAsync(today, cancellation)).Mails;
        // On other days nobody looks, and what was seen before is not said again.
        if (calendar.IsWorkingDay(today))
            instruments.LateUnits.Read(planned.Count(each => each.Kind is ReminderKind.Late));
        var (posted, failures) = (new List<PlannedMail>(), new List<RequestFailedException>());
        foreach (var each in planned.Where(each => each.HasAddress))
        {
            if (await PostAsync(each.Mail, failures, cancellation))
                posted.Add(each);
        }
        await TellUnreachableAsync(today, [.. planned.Where(each => !each.HasAddress)], cancellation);
        LogReminded(posted.Count, planned.Count);
        return failures.Count == 0 ? posted : throw new AggregateException(failures);
    }

    /// <summary>A mail that storage refuses holds up no other unit's; the tick fails once all had their turn.</summary>
    private async Task<bool> PostAsync(Mail mail, List<RequestFailedException> failures, CancellationToken cancellation)
    {
        try
        {
            return await post.PostAsync(mail, cancellation);
        }
        catch (RequestFailedException refused)
        {
            LogNotPosted(refused, mail.Id);
            failures.Add(refused);
            return false;
        }
    }

    private async Task TellUnreachableAsync(
        DateOnly today,
        IReadOnlyList<PlannedMail> planned,
        CancellationToken cancellation
    )
    {
        if (planned.Count == 0)
            return;
        var units = planned.Select(each => each.Unit).Distinct(StringComparer.Ordinal).Count();
        LogUnreachable(units);
        await TellStaffAsync(
            MailIds.NoAddress(today),
            StaffMails.NoAddressSubject(today, units),
            StaffMails.NoAddress(today, planned),
            cancellation
        );
    }

    private async Task TellCalendarEndsAsync(int year, CancellationToken cancellation)
    {
        LogCalendarEnds(year);
        await TellStaffAsync(
            MailIds.CalendarEnds(year),
            StaffMails.CalendarSubject(year),
            StaffMails.Calendar(year),
            cancellation
        );
    }

    private async Task TellStaffAsync(string id, string subject, MailBody body, CancellationToken cancellation)
    {
        if (settings.Value.Staff.Length > 0)
            await post.PostAsync(new Mail(id, settings.Value.Staff, "", subject, body, []), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} could not be posted; the others are")]
    private partial void LogNotPosted(Exception why, string id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reminders: {Posted} new of {Due} due")]
    private partial void LogReminded(int posted, int due);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Units} units are due a mail and have no address that may be written to"
    )]
    private partial void LogUnreachable(int units);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "No reminders: the calendar of working days doesn't cover {Year}"
    )]
    private partial void LogCalendarEnds(int year);
}
