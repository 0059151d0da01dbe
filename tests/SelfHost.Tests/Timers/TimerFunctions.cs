using Microsoft.Azure.Functions.Worker;

namespace CCHC.SelfHost.Tests.Timers;

public sealed class TimerFunctions(Notes notes, TimeProvider time)
{
    [Function("Hourly")]
    public void Hourly([TimerTrigger("%Schedule%")] TimerInfo timer) =>
        notes.Note($"{time.GetUtcNow():HH:mm}{(timer.IsPastDue ? " past due" : "")}");
}
