using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CCHC.Pipeline.Telemetry;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>What one pipeline measures; those of other tests have meters of their own.</summary>
internal sealed class HeardMetrics : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Word, double Value)> measured = new();
    private readonly MeterListener listener = new();

    public HeardMetrics(Instruments instruments)
    {
        var meter = instruments.Exports.Meter;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <summary>"name word value" of everything counted so far, summed.</summary>
    public IReadOnlyList<string> Sums(params string[] names) =>
        [
            .. measured
                .Where(each => names.Contains(each.Name))
                .GroupBy(each => (each.Name, each.Word))
                .Select(each => $"{each.Key.Name} {each.Key.Word} {each.Sum(one => one.Value)}".Replace("  ", " "))
                .Order(StringComparer.Ordinal),
        ];

    public int Times(string name) => measured.Count(each => each.Name == name);

    /// <summary>What the gauges show now.</summary>
    public IReadOnlyList<string> Look(params string[] names)
    {
        measured.Clear();
        listener.RecordObservableInstruments();
        return Sums(names);
    }

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, tags.IsEmpty ? "" : (string)tags[0].Value!, value));
}
