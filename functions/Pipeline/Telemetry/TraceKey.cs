using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CCHC.Pipeline.Telemetry;

/// <summary>
/// A trace whose id follows from what it is about, so that every process finds it without being told: an upload's, from
/// its identity; that of a unit's review, letter and mails, from the correlation. Repetitions fall into the same trace.
/// </summary>
public sealed class TraceKey
{
    private const int IdBytes = 16;
    private const int SpanBytes = 8;
    private readonly ActivityTraceId id;
    private readonly ActivitySpanId standIn;

    private TraceKey(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        // An id of zeros only would be none.
        hash[0] |= 1;
        hash[IdBytes] |= 1;
        id = ActivityTraceId.CreateFromBytes(hash[..IdBytes]);
        standIn = ActivitySpanId.CreateFromBytes(hash.Slice(IdBytes, SpanBytes));
    }

    /// <summary>One upload: the same at its put, at each of its take-ins, and at the review that rests on it.</summary>
    public static TraceKey OfUpload(string code, long uploadedAt, string sha16) =>
        new(string.Create(CultureInfo.InvariantCulture, $"upload {code} {uploadedAt} {sha16}"));

    /// <summary>A unit's review of a period, and all that is written after it.</summary>
    public static TraceKey Of(Correlation about) => new($"review {about}");

    public string Id => id.ToHexString();

    /// <summary>The parent of a root span: the trace alone.</summary>
    internal ActivityContext Root => new(id, default, ActivityTraceFlags.Recorded);

    /// <summary>For links from elsewhere, which must name a span: one that stands for the trace as a whole.</summary>
    private ActivityContext Whole => new(id, standIn, ActivityTraceFlags.Recorded);

    public ActivityLink ToLink() => new(Whole);

    internal bool Holds(ActivityContext context) => context.TraceId == id;
}
