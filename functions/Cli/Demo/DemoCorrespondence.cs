using CCHC.Cli.Opening;
using CCHC.Cli.Printing;

namespace CCHC.Cli.Demo;

/// <summary>What lies between two quarters: the clerk issues letters, units answer.</summary>
internal sealed class DemoCorrespondence(OpenedStore store, DemoClock clock, Screen screen)
{
    public Task ExchangeAsync(DemoPeriod period, CancellationToken cancellation)
    {
        _ = (store, clock, screen, period, cancellation);
        return Task.CompletedTask;
    }
}
