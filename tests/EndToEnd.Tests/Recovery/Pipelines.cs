using Azure.Core.Pipeline;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline;
using CCHC.Pipeline.Recovery;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>The pipeline on a store, in processes that live or die.</summary>
internal static class Pipelines
{
    public static ServiceProvider On(Store store) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(store)
            .AddPipeline(new ConfigurationBuilder().Build())
            .BuildServiceProvider();

    /// <summary>Backs up or restores in a process that dies after so many requests; false: it lived to the end.</summary>
    public static async Task<bool> DieAsync(string connection, int survives, Func<IServiceProvider, Task> work)
    {
        using var handler = new DyingHandler(survives);
        using var client = new HttpClient(handler, disposeHandler: false);
        await using var doomed = On(Store.Open(connection, transport: new HttpClientTransport(client)));
        try
        {
            await work(doomed);
            return false;
        }
        catch (Exception dead) when (dead is DyingHandler.DeadException or AggregateException)
        {
            return true;
        }
    }

    public static Task BackUpAsync(this IServiceProvider pipeline, string folder) =>
        pipeline.GetRequiredService<BackUpStore>().BackUpAsync(folder, Quietly, default);

    public static Task RestoreAsync(this IServiceProvider pipeline, string folder) =>
        pipeline.GetRequiredService<RestoreStore>().RestoreAsync(folder, Quietly, default);

    private static Task Quietly(string what, int total, Func<Action, Task> work) => work(() => { });
}
