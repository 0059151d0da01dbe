using System.Diagnostics.Metrics;

namespace CCHC.Pipeline.Telemetry;

/// <summary>
/// What a timer saw when it last looked, shown by a gauge whenever a collector asks. Older than two of the timer's turns
/// it is shown no more: on the platform another instance may have looked since.
/// </summary>
public sealed class Readings
{
    private readonly Lock oneAtATime = new();
    private readonly TimeSpan validFor;
    private readonly string? tag;
    private readonly TimeProvider time;
    private IReadOnlyList<Measurement<long>> latest = [];
    private long readAt;

    internal Readings(
        Meter meter,
        string name,
        string unit,
        string description,
        TimeSpan between,
        string? tag,
        TimeProvider time
    )
    {
        (validFor, this.tag, this.time) = (2 * between, tag, time);
        meter.CreateObservableGauge(name, Valid, unit, description);
    }

    public void Read(long value) => Keep([new(value)]);

    /// <summary>One value per word of the gauge's tag, zeros included.</summary>
    public void Read(IEnumerable<(string Word, int Value)> values) =>
        Keep([
            .. values.Select(each => new Measurement<long>(
                each.Value,
                new KeyValuePair<string, object?>(tag!, each.Word)
            )),
        ]);

    private void Keep(IReadOnlyList<Measurement<long>> measured)
    {
        lock (oneAtATime)
            (latest, readAt) = (measured, time.GetTimestamp());
    }

    private IReadOnlyList<Measurement<long>> Valid()
    {
        lock (oneAtATime)
            return latest.Count > 0 && time.GetElapsedTime(readAt) <= validFor ? latest : [];
    }
}
