namespace CCHC.Failure.Tests.Schedules;

/// <summary>One thing that a host does: a delivery, a timer's tick, a command.</summary>
internal sealed class Operation(int number, string name, ScheduledHost host, Func<ScheduledHost, Task> work)
{
    private static readonly AsyncLocal<Operation?> Present = new();

    /// <summary>Whose code is running.</summary>
    public static Operation Current => Present.Value ?? throw new InvalidOperationException("Nobody began this.");

    /// <summary>In the order of beginning.</summary>
    public int Number { get; } = number;
    public ScheduledHost Host { get; } = host;

    /// <summary>How often it comes to its turn beside others: some are much slower.</summary>
    public required int Pace { get; init; }

    /// <summary>Called when it has ended; null: it succeeded.</summary>
    public required Action<Exception?> Ended { get; init; }

    /// <summary>It was told that something moved: what it does next may begin with a pause, which is waited for.</summary>
    public bool MayPause { get; set; }

    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>Runs to its first request.</summary>
    public void Begin()
    {
        Present.Value = this;
        try
        {
            Work = work(Host);
        }
        finally
        {
            Present.Value = null;
        }
    }

    public override string ToString() => $"{Number} {name} on {Host.Name}";
}
