namespace CCHC.SelfHost.Hosting;

/// <summary>Watches for one kind of cause and runs functions: timers, blobs, queues.</summary>
internal interface IListener
{
    Pulse Pulse { get; }

    /// <summary>Watches until told to stop; whatever storage answers is logged, and it goes on.</summary>
    /// <param name="polling">Cancelled to stop watching; what runs is finished.</param>
    /// <param name="running">Cancelled when there is no time left for that either.</param>
    Task RunAsync(CancellationToken polling, CancellationToken running);

    /// <summary>Whether something waits or runs that a stop would postpone.</summary>
    Task<bool> HasWorkAsync(CancellationToken cancellation);
}
