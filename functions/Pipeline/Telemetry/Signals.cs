using System.Diagnostics;

namespace CCHC.Pipeline.Telemetry;

/// <summary>Where traces leave the pipeline; metrics leave under the same name (docs/observability.md).</summary>
public static class Signals
{
    /// <summary>Of the activity source and of every meter: what a collector subscribes to.</summary>
    public const string Name = "CCHC";

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>The span that work is done in, if it is one of ours.</summary>
    public static Activity? Present => Activity.Current is { } span && span.Source == Source ? span : null;

    /// <summary>Whether anybody wants traces; while nobody does, nothing is worked out for them.</summary>
    public static bool AreWanted => Source.HasListeners();
}
