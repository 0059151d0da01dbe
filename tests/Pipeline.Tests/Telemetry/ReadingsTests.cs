using System.Diagnostics.Metrics;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Pipeline.Tests.Telemetry;

public sealed class ReadingsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly MeterListener listener = new();
    private readonly Instruments instruments;
    private readonly List<(string Name, string Word, long Value)> shown = [];

    public ReadingsTests()
    {
        instruments = new(clock);
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Exports.Meter))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                shown.Add((instrument.Name, tags.IsEmpty ? "" : (string)tags[0].Value!, value))
        );
        listener.Start();
    }

    [Fact]
    public void A_gauge_shows_nothing_before_a_timer_has_looked()
    {
        listener.RecordObservableInstruments();
        shown.ShouldBeEmpty();
    }

    [Fact]
    public void It_shows_what_was_seen_last_every_time_it_is_asked()
    {
        instruments.Waiting.Read(3);
        instruments.Waiting.Read(2);
        instruments.Outbox.Read([("pending", 1), ("failed", 0)]);

        listener.RecordObservableInstruments();
        listener.RecordObservableInstruments();

        (string, string, long)[] seen =
        [
            ("cchc.exports.waiting", "", 2),
            ("cchc.outbox", "pending", 1),
            ("cchc.outbox", "failed", 0),
        ];
        shown.ShouldBe([.. seen, .. seen]);
    }

    [Fact]
    public void What_two_turns_of_its_timer_have_passed_since_is_shown_no_more()
    {
        instruments.Waiting.Read(2);
        clock.Advance(TimeSpan.FromMinutes(30));
        listener.RecordObservableInstruments();
        shown.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(1));
        listener.RecordObservableInstruments();
        shown.Count.ShouldBe(1);
    }

    public void Dispose()
    {
        listener.Dispose();
        instruments.Dispose();
    }
}
