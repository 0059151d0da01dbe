namespace CCHC.Failure.Tests.Schedules;

/// <summary>Where the product runs: on each machine one process after another, which die and are started again.</summary>
internal sealed class Machines(int count, string connection, Gate gate, StorageTime time)
{
    private readonly ScheduledHost?[] present = new ScheduledHost?[count];
    private readonly TimeSpan[] skews = new TimeSpan[count];
    private readonly List<ScheduledHost> all = [];

    /// <summary>All that ever ran.</summary>
    public IReadOnlyList<ScheduledHost> All => all;

    public int Restarts { get; private set; }

    /// <summary>What desks and staff use: its network is well.</summary>
    public ScheduledHost Desk => field ??= New("desk", default, isDisturbed: false);

    public ScheduledHost Fresh() => New("fresh", default, isDisturbed: false);

    /// <summary>Whoever looks at what is left.</summary>
    public ScheduledHost Onlooker()
    {
        var straight = new Straight(time);
        var host = new ScheduledHost("onlooker", connection, _ => straight, time, default, isDisturbed: false);
        all.Add(host);
        return host;
    }

    public ScheduledHost Any(Random random)
    {
        var at = random.Next(count);
        if (present[at] is { IsDead: false } host)
            return host;
        Restarts += present[at] is null ? 0 : 1;
        return present[at] = New($"host {at + 1}", skews[at], isDisturbed: true);
    }

    public void Skew(int machine, TimeSpan by)
    {
        skews[machine % count] = by;
        if (present[machine % count] is { } host)
            host.Clock.Skew = by;
    }

    private ScheduledHost New(string name, TimeSpan skew, bool isDisturbed)
    {
        var host = new ScheduledHost(name, connection, gate.For, time, skew, isDisturbed);
        all.Add(host);
        return host;
    }
}
