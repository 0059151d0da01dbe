using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Functions;

/// <summary>Stage Outbox: mails go out, late units are reminded.</summary>
public sealed class OutboxFunctions(SendMail send, SweepOutbox sweep, RemindLateUnits remind)
{
    [Function("SendMail")]
    public Task SendMail(
        [QueueTrigger("outbox", Connection = Connections.Data)] string message,
        CancellationToken cancellation
    ) => send.SendAsync(message, cancellation);

    /// <summary>Once an hour, with the review's tick: mails whose message was lost.</summary>
    [Function("SweepOutbox")]
    public Task SweepOutbox(
        [TimerTrigger("%ReviewClosedPeriodSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => sweep.SweepAsync(cancellation);

    [Function("RemindLateUnits")]
    public Task RemindLateUnits(
        [TimerTrigger("%RemindLateUnitsSchedule%")] TimerInfo timer,
        CancellationToken cancellation
    ) => remind.RemindAsync(cancellation);
}
