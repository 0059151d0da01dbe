using System.Diagnostics.Metrics;

namespace CCHC.Pipeline.Telemetry;

/// <summary>Everything that is measured, spelt here only (docs/observability.md lists the same).</summary>
/// <remarks>Tags are closed lists; nothing here is tagged by unit, or a nation's 3,321 communes were as many series.</remarks>
public sealed class Instruments : IDisposable
{
    private readonly Meter meter = new(Signals.Name);

    public Instruments(TimeProvider time)
    {
        Exports = Count("cchc.exports", "{export}", "Uploads that got a receipt, by outcome");
        Rows = Count("cchc.rows", "{row}", "Rows of these uploads, by result");
        Faults = Count("cchc.faults", "{fault}", "Faults told in receipts, by code");
        TakeIn = meter.CreateHistogram(
            "cchc.take_in.duration",
            "s",
            "From the beginning of an upload's pass to its receipt",
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
            }
        );
        Reviews = Count("cchc.reviews", "{review}", "Periods whose review was finished");
        Notices = Count("cchc.notices", "{notice}", "Documents written, by kind");
        Mails = Count("cchc.mails", "{mail}", "Tries to send a mail, by what became of it");
        Waiting = Latest("cchc.exports.waiting", "{export}", "Uploads without a receipt", Sweep);
        OldestAge = Latest("cchc.exports.oldest_age", "s", "Age of the oldest upload without a receipt", Sweep);
        LateUnits = Latest("cchc.units.late", "{unit}", "Units without an export for too many working days", Daily);
        Overdue = Latest("cchc.reviews.overdue", "{period}", "Quarters past their review day, not reviewed", Hourly);
        Outbox = Latest("cchc.outbox", "{mail}", "Mails that are not sent, by state", Hourly, "state");
        Poison = Latest("cchc.poison", "{mark}", "What was given up and nobody has put right, by kind", Sweep, "kind");

        Counter<long> Count(string name, string unit, string description) =>
            meter.CreateCounter<long>(name, unit, description);

        Readings Latest(string name, string unit, string description, TimeSpan between, string? tag = null) =>
            new(meter, name, unit, description, between, tag, time);
    }

    /// <summary>How often the timers look that refresh gauges.</summary>
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    public Counter<long> Exports { get; }
    public Counter<long> Rows { get; }
    public Counter<long> Faults { get; }
    public Histogram<double> TakeIn { get; }
    public Counter<long> Reviews { get; }
    public Counter<long> Notices { get; }
    public Counter<long> Mails { get; }
    public Readings Waiting { get; }
    public Readings OldestAge { get; }
    public Readings LateUnits { get; }
    public Readings Overdue { get; }
    public Readings Outbox { get; }
    public Readings Poison { get; }

    /// <summary>Ends its series: a listener hears nothing of it any more.</summary>
    public void Dispose() => meter.Dispose();
}
