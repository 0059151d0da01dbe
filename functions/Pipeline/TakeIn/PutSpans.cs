using System.Diagnostics;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.TakeIn;

/// <summary>The span of an upload on our own paths, and how the take-in finds it: in the blob's metadata.</summary>
public sealed class PutSpans(PeriodScheme scheme)
{
    private const string TraceParentMetadata = "traceparent";

    /// <summary>The first span of the upload's trace. Its quarter is that of the day in its name, if there is one.</summary>
    internal Activity? Begin(string code, string file, long uploadedAt, string sha256)
    {
        var sha16 = sha256[..16];
        var span = Tracing.Begin(
            Spans.PutExport,
            () => TraceKey.OfUpload(code, uploadedAt, sha16),
            traceParent: null,
            ActivityKind.Producer
        );
        if (span is null)
            return null;
        var unit = UnitCode.TryParse(code, out var known) ? known.Text : Keys.NoUnit;
        var about = AsOfDate.InName(file) is { } day ? Correlation.On(day, unit, scheme) : null;
        return span.SetTag(SpanTags.Upload, UploadSpans.Named(uploadedAt, sha16))
            .SetTag(SpanTags.Unit, unit)
            .About(about);
    }

    internal static void Note(Activity? span, IDictionary<string, string> metadata)
    {
        if (span?.Id is { } parent)
            metadata[TraceParentMetadata] = parent;
    }

    internal static string? ParentIn(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(TraceParentMetadata, out var parent) ? parent : null;
}
