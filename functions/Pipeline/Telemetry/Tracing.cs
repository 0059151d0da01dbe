using System.Diagnostics;

namespace CCHC.Pipeline.Telemetry;

/// <summary>Starts spans. Where nobody listens there are none, and nothing is worked out.</summary>
public static class Tracing
{
    /// <summary>Begins a span in a trace of its own and leaves the present one current.</summary>
    /// <param name="name">One of <see cref="Spans"/>.</param>
    /// <param name="trace">Which trace; null = the present one, or any new one.</param>
    /// <param name="traceParent">
    /// W3C traceparent of the cause, as stored with it. Inside the trace it is the parent; one of another trace is a
    /// stranger's and only linked to; anything else is ignored.
    /// </param>
    /// <param name="kind">Whether it puts something into storage for others, works such a thing off, or neither.</param>
    public static Activity? Begin(
        string name,
        Func<TraceKey?> trace,
        string? traceParent = null,
        ActivityKind kind = ActivityKind.Internal
    )
    {
        if (!Signals.AreWanted)
            return null;
        var (around, key) = (Activity.Current, trace());
        var links = new List<ActivityLink>();
        var isInside = around is not null && key?.Holds(around.Context) is not false;
        var parent = isInside ? around!.Context : key?.Root ?? default;
        if (ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var cause))
        {
            if (key?.Holds(cause) is not false)
                parent = cause;
            else
                links.Add(new(cause));
        }
        if (around is not null && around.Context.TraceId != parent.TraceId)
            links.Add(new(around.Context));
        // A parent without a span id is the beginning of its trace; left current, the span around would be taken for it.
        Activity.Current = null;
        var span = Signals.Source.StartActivity(name, kind, parent, tags: null, links);
        Activity.Current = around;
        if (span is not null && around is not null && around.TraceId != span.TraceId)
            around.AddLink(new(span.Context));
        return span;
    }

    /// <summary>Runs work in a span begun before; ends the span.</summary>
    public static async Task<T> InAsync<T>(Activity? span, Func<Task<T>> work)
    {
        if (span is null)
            return await work();
        var around = Activity.Current;
        using (span)
        {
            Activity.Current = span;
            try
            {
                return await work();
            }
            catch (Exception problem) when (span.IsToldOf(problem))
            {
                throw;
            }
            finally
            {
                Activity.Current = around;
            }
        }
    }

    public static Task InAsync(Activity? span, Func<Task> work) =>
        span is null
            ? work()
            : InAsync(
                span,
                async () =>
                {
                    await work();
                    return true;
                }
            );

    /// <summary>Runs a step in a span of its own below the present one.</summary>
    public static Task<T> StepAsync<T>(string name, Func<Task<T>> work) => StepAsync(name, Activity.Current, work);

    public static Task StepAsync(string name, Func<Task> work) => StepAsync(name, Activity.Current, work);

    /// <summary>Runs a step in a span of its own below another.</summary>
    public static Task<T> StepAsync<T>(string name, Activity? under, Func<Task<T>> work) =>
        InAsync(BeginStep(name, under), work);

    public static Task StepAsync(string name, Activity? under, Func<Task> work) =>
        InAsync(BeginStep(name, under), work);

    /// <summary>Runs a step that is one of many below the present span, told apart by a fact.</summary>
    public static Task<T> StepAsync<T>(string name, string tag, object fact, Func<Task<T>> work) =>
        InAsync(BeginStep(name, Activity.Current).Say(tag, fact), work);

    public static Task StepAsync(string name, string tag, object fact, Func<Task> work) =>
        InAsync(BeginStep(name, Activity.Current).Say(tag, fact), work);

    /// <summary>Runs a step that waits for nothing.</summary>
    public static T Step<T>(string name, Activity? under, Func<T> work)
    {
        using var span = BeginStep(name, under);
        var around = Activity.Current;
        Activity.Current = span ?? around;
        try
        {
            return work();
        }
        catch (Exception problem) when (span.IsToldOf(problem))
        {
            throw;
        }
        finally
        {
            Activity.Current = around;
        }
    }

    /// <summary>Begins a step of another span, and leaves the present one current.</summary>
    public static Activity? BeginBelow(string name, Activity? under, ActivityKind kind)
    {
        if (!Signals.AreWanted)
            return null;
        var around = Activity.Current;
        var step = Signals.Source.StartActivity(name, kind, under?.Context ?? default);
        Activity.Current = around;
        return step?.Inheriting(under);
    }

    private static Activity? BeginStep(string name, Activity? under) => BeginBelow(name, under, ActivityKind.Internal);
}
