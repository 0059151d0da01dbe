namespace CCHC.Failure.Tests.Schedules;

/// <summary>Something that a plan has in store.</summary>
internal abstract record Step
{
    /// <summary>Begins only once nothing else runs: no take-in lasts for hours.</summary>
    public virtual bool IsAlone => false;

    /// <summary>A desk sends an upload.</summary>
    public sealed record Put(PlannedUpload Upload) : Step;

    /// <summary>An event tells of an upload.</summary>
    public sealed record Deliver(string Name, int Tries = 1) : Step;

    /// <summary>Its event has failed five times.</summary>
    public sealed record Poison(string Name) : Step;

    /// <summary>Several uploads of one desk in one pass, taken in before or not.</summary>
    public sealed record Pass(string Code, int Most) : Step;

    public sealed record Sweep(bool All) : Step;

    public sealed record Withdraw(PlannedUpload Upload) : Step;

    public sealed record Retake(string Code) : Step;

    public sealed record Rebuild : Step;

    /// <summary>A unit that was missing from the list.</summary>
    public sealed record ListUnit(string Code) : Step;

    public sealed record Pause(TimeSpan Time) : Step
    {
        public override bool IsAlone => Time > TimeSpan.FromMinutes(2);
    }

    /// <summary>A host's clock jumps, forward or back.</summary>
    public sealed record StepClock(int Host, TimeSpan By) : Step;

    public sealed record Lease(string Place, int Requests) : Step;
}
