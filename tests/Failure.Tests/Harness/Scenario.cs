namespace CCHC.Failure.Tests.Harness;

/// <summary>Something the product does, to be disturbed at each of its requests.</summary>
/// <param name="Name">How it is named in tests and reports.</param>
/// <param name="Prepare">What was done before, in peace.</param>
/// <param name="Act">What one process does: a delivery, a timer's tick, a command.</param>
internal sealed record Scenario(string Name, Func<Office, Task> Prepare, Func<Office, Task> Act)
{
    /// <summary>What other processes do meanwhile: each runs whole in the midst of the one before it.</summary>
    public IReadOnlyList<Func<Office, Task>> Beside { get; init; } = [];

    /// <summary>A process that was killed is not asked again: the host's own timers must find what it left.</summary>
    public bool IsSwept { get; init; }

    /// <summary>Who is processed first is up to the run: receipts may differ in what they say about that.</summary>
    public bool IsOrderFree { get; init; }

    /// <summary>Moves the clock before the act.</summary>
    public TimeSpan Later { get; init; }

    public override string ToString() => Name;
}
