using System.Diagnostics.Metrics;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Cli.Serving.Live;

/// <summary>What this process has measured since it began, summed as it is measured: nothing is asked of storage.</summary>
public sealed class LiveFigures : IDisposable
{
    private readonly Lock oneAtATime = new();
    private readonly MeterListener listener = new();
    private readonly TimeProvider time;
    private readonly Dictionary<(string Name, string Word), long> counts = [];
    private Dictionary<(string Name, string Word), long> readings = [];
    private LiveEvent? last;

    public LiveFigures(TimeProvider time)
    {
        this.time = time;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == Signals.Name)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(Note);
        listener.Start();
    }

    /// <summary>All figures of one moment; gauges as the timers last read them.</summary>
    public LiveSnapshot Look()
    {
        lock (oneAtATime)
            readings = [];
        listener.RecordObservableInstruments();
        lock (oneAtATime)
            return new(new Dictionary<(string, string), long>(counts), readings, last);
    }

    public void Dispose() => listener.Dispose();

    private void Note(
        Instrument instrument,
        long value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    )
    {
        var word = tags.IsEmpty ? "" : tags[0].Value as string ?? "";
        var key = (instrument.Name, word);
        lock (oneAtATime)
        {
            if (instrument.IsObservable)
            {
                readings[key] = readings.GetValueOrDefault(key) + value;
                return;
            }
            counts[key] = counts.GetValueOrDefault(key) + value;
            if (instrument.Name is not ("cchc.rows" or "cchc.faults"))
                last = new(instrument.Name, word, time.GetUtcNow());
        }
    }
}

/// <summary>What was counted last.</summary>
public sealed record LiveEvent(string Name, string Word, DateTimeOffset At);

/// <summary>Figures of one moment, by instrument and the word of its tag.</summary>
public sealed record LiveSnapshot(
    IReadOnlyDictionary<(string Name, string Word), long> Counts,
    IReadOnlyDictionary<(string Name, string Word), long> Readings,
    LiveEvent? Last
)
{
    public long Sum(string name) => Counts.Where(each => each.Key.Name == name).Sum(each => each.Value);

    public IEnumerable<(string Word, long Value)> Words(string name) =>
        Counts
            .Concat(Readings)
            .Where(each => each.Key.Name == name && each.Value > 0)
            .Select(each => (each.Key.Word, each.Value))
            .OrderBy(each => each.Word, StringComparer.Ordinal);

    /// <summary>Null while no timer has looked, or none for long.</summary>
    public long? Reading(string name, string word = "") =>
        Readings.TryGetValue((name, word), out var value) ? value : null;

    public long? SumOfReadings(string name) =>
        Readings.Any(each => each.Key.Name == name)
            ? Readings.Where(each => each.Key.Name == name).Sum(each => each.Value)
            : null;
}
