namespace CCHC.SelfHost;

/// <summary>Knows whether the host has anything to do: what a demonstration or a test waits for.</summary>
public sealed class HostActivity
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private const int MostFailures = 10;
    private readonly List<Func<CancellationToken, Task<bool>>> _hasWork = [];
    private long _changes;
    private int _running;

    /// <summary>
    /// Completes when no blob waits to be delivered, no trigger's queue holds a message (one that waits for its next
    /// try counts) and no timer, blob or queue function runs. The host must be started. HTTP requests don't count.
    /// </summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation = default)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                if (await IsIdleAsync(cancellation))
                    return;
                failures = 0;
            }
            catch (Exception problem) when (problem is not OperationCanceledException && ++failures < MostFailures)
            {
                // One strange answer says neither yes nor no: it is asked again.
            }
            await Task.Delay(LookAgain, cancellation);
        }
    }

    internal IDisposable Begin()
    {
        Interlocked.Increment(ref _running);
        Interlocked.Increment(ref _changes);
        return new Run(this);
    }

    internal void Watch(Func<CancellationToken, Task<bool>> hasWork) => _hasWork.Add(hasWork);

    /// <summary>
    /// A function that ran while the queues were looked at may have filled one already looked at: then it's not known
    /// that the host is idle, and the caller looks again.
    /// </summary>
    private async Task<bool> IsIdleAsync(CancellationToken cancellation)
    {
        var before = Interlocked.Read(ref _changes);
        foreach (var hasWork in _hasWork)
        {
            if (await hasWork(cancellation))
                return false;
        }
        return Volatile.Read(ref _running) == 0 && Interlocked.Read(ref _changes) == before;
    }

    private sealed class Run(HostActivity activity) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Increment(ref activity._changes);
            Interlocked.Decrement(ref activity._running);
        }
    }
}
