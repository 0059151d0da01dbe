namespace CCHC.Cli.Opening;

/// <summary>A clock that stands still, while timers run on: what the demo says doesn't depend on the day it is shown.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
