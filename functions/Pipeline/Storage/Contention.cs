using System.Diagnostics;
using Azure;

namespace CCHC.Pipeline.Storage;

/// <summary>Something in storage moved at every one of many tries.</summary>
public sealed class ContendedException(string place, int tries, Exception? last)
    : Exception(
        $"{place} was changed by others at each of {tries} tries; nothing of this one was lost, it is tried again later.",
        last
    );

/// <summary>
/// The tries of one optimistic write: read, decide, write unless it moved, and again after a pause that grows, but not
/// without end (design.md §4, law 9a).
/// </summary>
/// <param name="place">What is written, e.g. "ledger/29956/hot".</param>
public sealed class Contention(string place)
{
    public const int MostTries = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private int tries;

    /// <summary>Waits before the next try; to be called when one found that it moved.</summary>
    /// <exception cref="ContendedException">It was the last one.</exception>
    public async Task PauseAsync(CancellationToken cancellation, RequestFailedException? refusal = null)
    {
        if (++tries >= MostTries)
            throw new ContendedException(place, tries, refusal);
        var pause = Math.Min(FirstPause.Ticks << Math.Min(tries - 1, 20), LongestPause.Ticks);
        // Two that met once must not meet again in step; chance isn't needed for that, the machine's counter does.
        var jittered = pause / 2 + Stopwatch.GetTimestamp() % Math.Max(1, pause / 2);
        await Task.Delay(TimeSpan.FromTicks(jittered), cancellation);
    }
}
