namespace CCHC.Failure.Tests.Schedules;

/// <summary>
/// Where the requests of all hosts wait. One is served at a time, and the next is chosen only once nothing moves any
/// more: so nothing depends on how fast a thread was, and a seed runs the same way every time.
/// </summary>
internal sealed class Gate : IDisposable
{
    /// <summary>Longer than any pause the product makes between its first tries.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private const int ShortLooks = 32;

    /// <summary>Whatever else this process's pool is busy with, all the time.</summary>
    private static readonly Lazy<int> Others = new(FewestBusy);
    private readonly Lock entering = new();
    private readonly AutoResetEvent moved = new(false);
    private readonly List<Arrival> waiting = [];
    private int arrived;

    /// <summary>Learns what else is always going on in this process, while no schedule runs.</summary>
    public static void Listen() => _ = Others.Value;

    public HttpMessageHandler For(ScheduledHost host) => new Entrance(this, host);

    /// <summary>Ordered by what they say.</summary>
    public List<Arrival> WaitingOf(Operation operation)
    {
        lock (entering)
            return [.. waiting.Where(arrival => arrival.Operation == operation).Order(Arrival.Order)];
    }

    public void Remove(Arrival arrival)
    {
        lock (entering)
            waiting.Remove(arrival);
    }

    /// <summary>The host is dead: nobody answers it.</summary>
    public void Drop(ScheduledHost dead)
    {
        List<Arrival> dropped;
        lock (entering)
        {
            dropped = [.. waiting.Where(arrival => arrival.Operation.Host == dead)];
            waiting.RemoveAll(dropped.Contains);
        }
        foreach (var arrival in dropped.Order(Arrival.Order))
            arrival.Fail(new Faults.ProcessDiedException());
    }

    /// <summary>Returns once every operation waits for an answer or has ended.</summary>
    public void Settle(IReadOnlyList<Operation> running)
    {
        var since = TimeProvider.System.GetTimestamp();
        for (int still = 0, looks = 0; still < 2; looks++)
        {
            var before = Volatile.Read(ref arrived);
            var isStill = ThreadPool.PendingWorkItemCount == 0 && Busy() <= Others.Value && !running.Any(IsPausing);
            still = isStill && before == Volatile.Read(ref arrived) ? still + 1 : 0;
            if (isStill)
                continue;
            if (TimeProvider.System.GetElapsedTime(since) > LongestPause)
            {
                foreach (var operation in running)
                    operation.MayPause = false;
                since = TimeProvider.System.GetTimestamp();
            }
            // Most work of the pool is done at once, or sends a request: then there is nothing to win by looking on.
            if (looks % ShortLooks != ShortLooks - 1)
                Thread.SpinWait(30);
            else
                moved.WaitOne(1);
        }
    }

    public void Dispose() => moved.Dispose();

    private bool IsPausing(Operation operation) => operation.MayPause && !operation.Work.IsCompleted;

    /// <summary>Work of the pool that was begun and has not ended.</summary>
    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return most - free;
    }

    private static int FewestBusy()
    {
        var fewest = Busy();
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMilliseconds(50))
        {
            fewest = Math.Min(fewest, Busy());
            Thread.Yield();
        }
        return fewest;
    }

    private Task<HttpResponseMessage> EnterAsync(ScheduledHost host, HttpRequestMessage request)
    {
        if (host.IsDead)
            throw new Faults.ProcessDiedException();
        var arrival = new Arrival(Operation.Current, request);
        arrival.Operation.MayPause = false;
        lock (entering)
            waiting.Add(arrival);
        Interlocked.Increment(ref arrived);
        moved.Set();
        return arrival.Answer;
    }

    private sealed class Entrance(Gate gate, ScheduledHost host) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => gate.EnterAsync(host, request);
    }
}
