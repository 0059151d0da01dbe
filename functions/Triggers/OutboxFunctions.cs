using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Telling;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Stage Outbox: mails go out, late units are reminded, staff are told what to look at.</summary>
public sealed class OutboxFunctions(SendMail send, SweepOutbox sweep, RemindLateUnits remind, MorningMail morning)
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
    ) =>
        InTurn.ForEachAsync<Func<Task>>(
            [() => remind.RemindAsync(cancellation), () => morning.TellAsync(cancellation)],
            each => each()
        );
}
