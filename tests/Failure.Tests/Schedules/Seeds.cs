using CCHC.Failure.Tests.Harness;
using CCHC.Failure.Tests.Stores;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>Runs a seed from an empty store to the end.</summary>
internal sealed class Seeds(FreshStores stores)
{
    private PreparedStore? prepared;

    /// <summary>Before the first seed, while nothing runs.</summary>
    public async Task PrepareAsync()
    {
        prepared = await ReadPreparedAsync();
        await OnOneThreadAsync(Gate.Listen);
    }

    /// <summary>What differs from what should be; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int seed, Tally tally)
    {
        var connection = await stores.NewAsync();
        await prepared!.PutIntoAsync(Processes.Open(connection, Faults.Network.Calm));
        var plan = new Plan(seed, tally);
        if (plan.Unlisted is { } code)
            await Processes
                .Open(connection, Faults.Network.Calm)
                .Table(StoredNames.UnitsTable)
                .DeleteEntityAsync(code, code);
        using var schedule = new Schedule(seed, plan, connection, tally);
        var ending = new Ending(plan);
        await OnOneThreadAsync(() => schedule.Run(Settling(), ending.LookAsync));
        foreach (var host in schedule.Hosts)
            await host.DisposeAsync();
        return ending.Differences;
    }

    /// <summary>Long enough for every mark to be old, and for what failed to be tried again.</summary>
    private static IEnumerable<(TimeSpan Pause, Func<ScheduledHost, Task> Work)> Settling() =>
        new[] { TimeSpan.FromHours(2), TimeSpan.FromHours(25), TimeSpan.FromHours(25) }.Select(pause =>
            (
                pause,
                (Func<ScheduledHost, Task>)(
                    host => host.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default)
                )
            )
        );

    private static Task OnOneThreadAsync(Action run)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                run();
                ended.SetResult();
            }
            catch (Exception trouble)
            {
                ended.SetException(trouble);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return ended.Task;
    }

    private async Task<PreparedStore> ReadPreparedAsync()
    {
        var at = new Harness.OfficeStore(await stores.NewAsync(), stores.Server);
        await using var office = new Office(at);
        await office.Get<PrepareStore>().PrepareAsync("work", default);
        return await PreparedStore.ReadAsync(office.Get<Store>());
    }
}
