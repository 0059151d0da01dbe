namespace CCHC.SelfHost.Hosting;

/// <summary>A pause that doubles with every failure in a row, up to a bound.</summary>
internal sealed class Backoff(TimeSpan first)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private TimeSpan? _next;

    public void Reset() => _next = null;

    /// <summary>Ends early, without a word, when <paramref name="end"/> is cancelled.</summary>
    public async Task WaitAsync(CancellationToken end)
    {
        var pause = _next ?? first;
        _next = pause * 2 < Longest ? pause * 2 : Longest;
        await Task.Delay(pause, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
