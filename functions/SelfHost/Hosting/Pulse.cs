using System.Diagnostics;

namespace CCHC.SelfHost.Hosting;

/// <summary>One listener's sign of life: it beats with every poll that was answered as it should be.</summary>
/// <param name="name">For logs and people, e.g. "queue notices".</param>
/// <param name="patience">Without a beat for so long it is taken for dead.</param>
internal sealed class Pulse(string name, TimeSpan patience)
{
    private const long Ended = long.MinValue;
    private const long Resting = long.MaxValue;
    private long _last = Stopwatch.GetTimestamp();

    public string Name => name;

    public bool IsStill =>
        Interlocked.Read(ref _last) is var last && last != Resting && (last == Ended || IsLongAgo(last));

    public void Beat() => Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());

    /// <summary>It waits for what may take its time: an hour to strike, a function to end.</summary>
    public void Rest() => Interlocked.Exchange(ref _last, Resting);

    public void End() => Interlocked.Exchange(ref _last, Ended);

    private bool IsLongAgo(long last) => Stopwatch.GetElapsedTime(last) > patience;
}
