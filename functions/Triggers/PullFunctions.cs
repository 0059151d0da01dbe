using CCHC.Pipeline.TakeIn.Pull;
using Microsoft.Azure.Functions.Worker;

namespace CCHC.Triggers;

/// <summary>Exports that one-stop systems give out by HTTP; they are then taken in as any other upload.</summary>
public sealed class PullFunctions(PullExports pull)
{
    [Function("PullExports")]
    public Task PullExports([TimerTrigger("%PullExportsSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        pull.PullAsync(cancellation);
}
