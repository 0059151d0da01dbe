using System.Diagnostics;

namespace CCHC.Pipeline.Telemetry;

/// <summary>What a span says. All of it may be said to a span that isn't there, because nobody listens.</summary>
public static class SpanFacts
{
    public static Activity? About(this Activity? span, Correlation? about)
    {
        if (span is null || about is null)
            return span;
        span.SetTag(SpanTags.Unit, about.Unit).SetTag(SpanTags.Correlation, about.ToString());
        TellHost(span, about);
        return span;
    }

    public static Activity? Say(this Activity? span, string tag, object? fact) => span?.SetTag(tag, fact);

    /// <summary>Takes over what the span above is about.</summary>
    internal static Activity Inheriting(this Activity span, Activity? above)
    {
        foreach (var tag in SpanTags.Inherited)
        {
            if (above?.GetTagItem(tag) is { } fact)
                span.SetTag(tag, fact);
        }
        return span;
    }

    /// <summary>Notes a failure by its type; false, so that a filter of exceptions lets it pass.</summary>
    public static bool IsToldOf(this Activity? span, Exception problem)
    {
        if (problem is OperationCanceledException)
            span?.SetTag(SpanTags.Error, problem.GetType().FullName);
        else
            span?.SetStatus(ActivityStatusCode.Error).SetTag(SpanTags.Error, problem.GetType().FullName);
        return false;
    }

    /// <summary>The host's own span of the invocation is found by the correlation, too.</summary>
    private static void TellHost(Activity span, Correlation about)
    {
        if (Activity.Current is { } around && around != span && around.Source.Name != Signals.Name)
            around.SetTag(SpanTags.Correlation, about.ToString());
    }
}
