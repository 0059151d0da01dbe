namespace CCHC.SelfHost.Hosting;

/// <summary>How one queue is read and how often a message is tried.</summary>
internal sealed record DeliverySettings
{
    /// <summary>The pause after the first empty poll; it doubles up to <see cref="LongestPause"/>.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    public required int BatchSize { get; init; }

    /// <summary>The next batch is fetched once no more than this many messages are running.</summary>
    public required int NewBatchThreshold { get; init; }

    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a failed message stays invisible before it is tried again.</summary>
    public required TimeSpan RetryPause { get; init; }

    public required TimeSpan LongestPause { get; init; }

    /// <summary>
    /// How long a message stays ours without renewal, hence how late it returns after a crash. (The official host
    /// takes ten minutes.)
    /// </summary>
    public required TimeSpan Lease { get; init; }
}
