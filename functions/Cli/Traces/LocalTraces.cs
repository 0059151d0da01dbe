using System.Collections.Concurrent;
using System.Diagnostics;
using CCHC.Cli.Printing;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Cli.Traces;

/// <summary>The local exporter: keeps this process's spans while a command runs, then prints them as trees.</summary>
internal sealed class LocalTraces : IDisposable
{
    private const string Everything = "all";

    /// <summary>Beyond these a screen is no place to read them; a collector is.</summary>
    private const int MostSpans = 100_000;
    private readonly ConcurrentQueue<KeptSpan> spans = new();
    private readonly ActivityListener listener;
    private readonly string wanted;

    /// <summary>Begins to listen.</summary>
    /// <param name="wanted">A unit, a correlation like 2022-Q1/29956, or "all".</param>
    public LocalTraces(string wanted)
    {
        this.wanted = wanted;
        listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith(Signals.Name, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Print(Screen screen)
    {
        foreach (var line in TraceListing.Of([.. spans], wanted))
            screen.Tell(line);
    }

    public void Dispose() => listener.Dispose();

    private void Keep(Activity span)
    {
        if (spans.Count < MostSpans && IsWanted(span))
            spans.Enqueue(KeptSpan.Of(span));
    }

    private bool IsWanted(Activity span) =>
        wanted == Everything
        || wanted == span.GetTagItem(SpanTags.Unit) as string
        || wanted == span.GetTagItem(SpanTags.Correlation) as string;
}
