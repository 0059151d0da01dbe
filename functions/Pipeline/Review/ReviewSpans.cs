using System.Collections.Concurrent;
using System.Diagnostics;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Review;

/// <summary>
/// The spans of one review: the period's in a trace of its own, and each unit's in the trace of its correlation, where
/// its letter and mails follow. A national review in one trace could not be looked at.
/// </summary>
internal sealed class ReviewSpans(Period period)
{
    /// <summary>What a span may link to by OpenTelemetry's default; a quarter's exports are about half as many.</summary>
    private const int MostLinks = 128;
    private readonly ConcurrentDictionary<string, Activity> units = new(StringComparer.Ordinal);

    public Task<T> WholeAsync<T>(Func<Task<T>> work) =>
        Tracing.InAsync(Begin(Spans.ReviewQuarter, Correlation.AllUnits), work);

    public Task<ReviewedUnit> UnitAsync(Unit unit, Func<Task<ReviewedUnit>> work)
    {
        var span = Begin(Spans.ReviewUnit, unit.Id);
        if (span is not null)
            units[unit.Id] = span;
        return Tracing.InAsync(span, work);
    }

    public Task FollowUpAsync(ReviewedUnit reviewed, Func<Task> work) =>
        Tracing.StepAsync(Spans.FollowUpUnit, units.GetValueOrDefault(reviewed.Unit.Id), work);

    /// <summary>Sends a message with the traceparent by which its consumer's span continues the unit's.</summary>
    public Task QueueAsync(string unit, Func<string?, Task> send)
    {
        var span = units.TryGetValue(unit, out var reviewed)
            ? Tracing.BeginBelow(Spans.QueueNotice, reviewed, ActivityKind.Producer)
            : Begin(Spans.QueueNotice, unit, ActivityKind.Producer);
        return Tracing.InAsync(span, () => send(span?.Id));
    }

    /// <summary>From a unit's review to the traces of the period's exports that it rests on; they need not be stored anywhere.</summary>
    public static void LinkUploads(Activity? span, Unit unit, UnitLedger ledger, Period period)
    {
        if (span is null)
            return;
        var resting = ledger.Uploads.Keys.Where(stamp => period.Contains(stamp.AsOf)).TakeLast(MostLinks);
        foreach (var stamp in resting)
            span.AddLink(TraceKey.OfUpload(unit.Code.Text, stamp.UploadedAt, stamp.Sha16).ToLink());
    }

    private Activity? Begin(string name, string unit, ActivityKind kind = ActivityKind.Internal)
    {
        var about = new Correlation(period.Name, unit);
        return Tracing
            .Begin(name, () => TraceKey.Of(about), traceParent: null, kind)
            .About(about)
            .Say(SpanTags.Period, period.Name);
    }
}
