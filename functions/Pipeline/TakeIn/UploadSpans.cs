using System.Diagnostics;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The spans of one pass: one per upload, each in its upload's own trace.</summary>
internal sealed class UploadSpans(PeriodScheme scheme) : IDisposable
{
    private readonly List<Activity> begun = [];

    /// <summary>The take-in of one upload: below its put where the blob names that, else the first of its trace.</summary>
    public Activity? Begin(Upload upload)
    {
        var span = Tracing
            .Begin(
                Spans.TakeInExport,
                () => TraceKey.OfUpload(upload.Code, upload.UploadedAt, upload.Sha16),
                upload.TraceParent,
                ActivityKind.Consumer
            )
            ?.SetTag(SpanTags.Upload, Named(upload.UploadedAt, upload.Sha16));
        if (span is not null)
            begun.Add(span);
        return span;
    }

    /// <summary>Unit and quarter, which are known once it was read.</summary>
    public void Tell(Activity? span, ExportReading reading)
    {
        if (span is not null)
            span.About(Correlation.On(reading.AsOf, reading.Unit?.Id ?? Keys.NoUnit, scheme));
    }

    /// <summary>How it ended.</summary>
    public static void Tell(Activity? span, Receipt receipt) =>
        span
            ?.SetTag(SpanTags.Outcome, receipt.Outcome.ToString().ToLowerInvariant())
            .SetTag(SpanTags.Rows, receipt.Rows)
            .SetTag(SpanTags.Refused, receipt.Refused);

    /// <summary>A step that is taken once for several uploads stands in the first one's trace; the others point there.</summary>
    public static void Share(Activity? step, IEnumerable<Activity?> uploads)
    {
        if (step is null)
            return;
        foreach (var upload in uploads.OfType<Activity>().Where(upload => upload.TraceId != step.TraceId))
        {
            step.AddLink(new(upload.Context));
            upload.AddLink(new(step.Context));
        }
    }

    /// <summary>False, so that a filter of exceptions lets it pass: the whole pass has failed.</summary>
    public bool AreToldOf(Exception problem)
    {
        foreach (var span in begun)
            span.IsToldOf(problem);
        return false;
    }

    public void Dispose()
    {
        foreach (var span in begun)
            span.Dispose();
    }

    public static string Named(long uploadedAt, string sha16) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{uploadedAt}-{sha16}");
}
