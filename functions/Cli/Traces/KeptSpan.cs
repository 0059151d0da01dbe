using System.Diagnostics;

namespace CCHC.Cli.Traces;

/// <summary>A span that has ended, as far as it is printed.</summary>
/// <param name="Trace">Trace id.</param>
/// <param name="Id">Span id.</param>
/// <param name="Parent">Span id of its parent; zeros where it is the first.</param>
/// <param name="Name">What was done.</param>
/// <param name="Start">UTC.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Tags">Attributes.</param>
/// <param name="Links">Trace ids of what it links to.</param>
/// <param name="HasFailed">Its status.</param>
public sealed record KeptSpan(
    string Trace,
    string Id,
    string Parent,
    string Name,
    DateTime Start,
    TimeSpan Duration,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Links,
    bool HasFailed
)
{
    public static KeptSpan Of(Activity span) =>
        new(
            span.TraceId.ToHexString(),
            span.SpanId.ToHexString(),
            span.ParentSpanId.ToHexString(),
            span.OperationName,
            span.StartTimeUtc,
            span.Duration,
            span.TagObjects.ToDictionary(
                tag => tag.Key,
                tag => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
                StringComparer.Ordinal
            ),
            [.. span.Links.Select(link => link.Context.TraceId.ToHexString())],
            span.Status is ActivityStatusCode.Error
        );

    public string Tag(string name) => Tags.GetValueOrDefault(name, "");
}
