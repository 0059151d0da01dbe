using System.Collections.Concurrent;

namespace CCHC.Pipeline.Web;

/// <summary>Requests to one host keep a distance, whichever client sends them.</summary>
internal sealed class HostPace(TimeSpan pause, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Turn> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's next free moment.</summary>
    public Task WaitAsync(Uri address, CancellationToken cancellation)
    {
        var wait = hosts.GetOrAdd(address.IdnHost, _ => new Turn()).Take(time, pause);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }

    private sealed class Turn
    {
        private readonly Lock oneAtATime = new();
        private long? free;

        /// <summary>By the stopwatch, which runs where a clock stands still or is set.</summary>
        public TimeSpan Take(TimeProvider time, TimeSpan pause)
        {
            lock (oneAtATime)
            {
                var now = time.GetTimestamp();
                var turn = Math.Max(free ?? now, now);
                free = turn + (long)(pause.TotalSeconds * time.TimestampFrequency);
                return time.GetElapsedTime(now, turn);
            }
        }
    }
}

/// <summary>Puts each try into its host's pace.</summary>
internal sealed class PacingHandler(HostPace pace) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await pace.WaitAsync(request.RequestUri!, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
