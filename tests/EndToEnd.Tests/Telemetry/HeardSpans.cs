using System.Collections.Concurrent;
using System.Diagnostics;
using CCHC.Pipeline.Telemetry;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>Every span that ends in this process; a test looks at those of its own correlation or trace only.</summary>
internal sealed class HeardSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public HeardSpans()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith(Signals.Name, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Activity> All => [.. ended];

    public IReadOnlyList<Activity> About(string correlation) =>
        [.. ended.Where(span => correlation.Equals(span.GetTagItem(SpanTags.Correlation)) && IsOurs(span))];

    public IReadOnlyList<Activity> In(string trace) => [.. ended.Where(span => span.TraceId.ToHexString() == trace)];

    public void Dispose() => listener.Dispose();

    public static bool IsOurs(Activity span) => span.Source.Name == Signals.Name;
}
