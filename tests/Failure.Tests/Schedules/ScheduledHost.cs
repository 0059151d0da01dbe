using CCHC.Failure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Failure.Tests.Schedules;

/// <summary>One process of the product, with caches and a clock of its own; a restart is another one.</summary>
internal sealed class ScheduledHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public ScheduledHost(
        string name,
        string connection,
        Func<ScheduledHost, HttpMessageHandler> way,
        StorageTime time,
        TimeSpan skew,
        bool isDisturbed
    )
    {
        (Name, IsDisturbed) = (name, isDisturbed);
        Clock = new HostClock(time) { Skew = skew };
        services = Processes.Start(connection, way(this), Clock, []);
    }

    public string Name { get; }

    public HostClock Clock { get; }

    /// <summary>False: its own network is always well.</summary>
    public bool IsDisturbed { get; }

    public bool IsDead { get; set; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Only once nothing of it runs any more: what was disposed under a running piece of work proves nothing.</summary>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>A host's own clock goes wrong beside the storage's.</summary>
internal sealed class HostClock(StorageTime time) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => time.Now + Skew;

    public override long GetTimestamp() => time.Now.UtcTicks;
}
