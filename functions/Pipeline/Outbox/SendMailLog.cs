using System.Diagnostics;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Outbox;

/// <summary>One sentence per outcome; ids tell period and unit, addresses are not logged.</summary>
public sealed partial class SendMail
{
    /// <summary>Goes on where it was posted, be that weeks ago.</summary>
    private static Activity? BeginSpan(StoredMail mail)
    {
        var about = Correlation.Parse(mail.About);
        return Tracing
            .Begin(
                Spans.SendMail,
                () => about is null ? null : TraceKey.Of(about),
                mail.TraceParent,
                ActivityKind.Consumer
            )
            .About(about)
            .Say(SpanTags.Mail, mail.Id);
    }

    private void LogEnd(StoredMail mail)
    {
        var state = mail.State.ToString().ToLowerInvariant();
        instruments.Mails.Add(1, MetricTags.State(state));
        Signals.Present.Say(SpanTags.Outcome, state);
        switch (mail.State)
        {
            case MailState.Sent when !mail.IsConfirmed:
                LogUnconfirmed(mail.Id);
                break;
            case MailState.Sent:
                LogSent(mail.Id, mail.Tries);
                break;
            case MailState.Failed:
                LogFailed(mail.Id, mail.Tries);
                break;
            case MailState.Pending:
                LogWaits(mail.Id, mail.Tries, mail.NextTryAt);
                break;
            case MailState.Held:
                LogHeld(mail.Id);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent mail {Id} at try {Tries}")]
    private partial void LogSent(string id, int tries);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Id} was completed twice without an answer and is taken as sent: ask its recipients"
    )]
    private partial void LogUnconfirmed(string id);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Id} reached nobody it is written to in {Tries} tries: `cchc outbox --state failed` says why"
    )]
    private partial void LogFailed(string id, int tries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} waits after try {Tries} until {NextTryAt}")]
    private partial void LogWaits(string id, int tries, DateTimeOffset? nextTryAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Held mail {Id} back: no mail server is configured")]
    private partial void LogHeld(string id);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Mail {Id} can't be read and is set aside: cchc health names it"
    )]
    private partial void LogUnreadable(string id);
}
