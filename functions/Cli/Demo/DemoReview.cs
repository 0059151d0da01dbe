using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving;
using CCHC.Demo;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Cli.Demo;

/// <summary>The quarter's review and all that is written after it.</summary>
internal sealed class DemoReview(OpenedStore store, DemoClock clock, Screen screen)
{
    /// <summary>The host runs meanwhile, so that notices are written from the queue as they are in earnest.</summary>
    public async Task<IReadOnlyList<ReviewedUnit>> ReviewAsync(DemoPeriod demo, CancellationToken cancellation)
    {
        screen.Tell($"Đánh giá kỳ {demo.Name} và soạn công văn …");
        using var host = FunctionHost.Queues(store, clock, screen);
        await host.StartAsync(cancellation);
        var period = demo.In(store.Get<PeriodScheme>());
        var result = await store.Get<ReviewQuarter>().ReviewAsync(period, cancellation);
        await host.Services.GetRequiredService<HostActivity>().WaitUntilIdleAsync(cancellation);
        await host.StopAsync(cancellation);
        return result.Units;
    }
}
