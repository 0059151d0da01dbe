using CCHC.Cli.Opening;
using CCHC.Demo;
using CCHC.Pipeline;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Periods;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Cli.Demo;

/// <summary>Asks the invented pages, which lie on this machine: allowed here only, and without the patience for real ones.</summary>
internal sealed class DemoPages(OpenedStore store, DemoClock clock)
{
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Web:AllowPrivateAddresses"] = "true",
        ["Web:PausePerHost"] = "00:00:00",
        ["Web:MostRetries"] = "0",
        ["Web:PageTryTimeout"] = "00:00:03",
    };

    public async Task CheckAsync(Period period, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings)
            .AddInMemoryCollection([new("Data", store.Connection)])
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddLogging()
            .AddPipeline(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<CheckBudgetPages>().CheckAsync(period, cancellation);
    }
}
