using CCHC.Cli.Opening;
using CCHC.Cli.Printing;

namespace CCHC.Cli.Demo;

/// <summary>The inspecting office's checklist: the template filled in, uploaded, taken in, its pages asked.</summary>
internal sealed class DemoChecklist(OpenedStore store, DemoClock clock, Screen screen)
{
    public Task FillInAsync(DemoPeriod period, CancellationToken cancellation)
    {
        _ = (store, clock, screen, period, cancellation);
        return Task.CompletedTask;
    }
}
