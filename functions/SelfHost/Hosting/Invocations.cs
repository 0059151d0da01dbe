using System.Diagnostics;
using CCHC.SelfHost.Blobs;
using CCHC.SelfHost.Http;
using CCHC.SelfHost.Indexing;
using CCHC.SelfHost.Queues;
using CCHC.SelfHost.Timers;

namespace CCHC.SelfHost.Hosting;

/// <summary>An invocation as a span, as the official host has one: named after its function.</summary>
internal static class Invocations
{
    public const string SourceName = "CCHC.SelfHost";
    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Begin(IndexedFunction function, string invocationId)
    {
        if (!Source.HasListeners())
            return null;
        var (trigger, kind) = Kind(function.Trigger);
        return Source
            .StartActivity(function.Name, kind)
            ?.SetTag("faas.name", function.Name)
            .SetTag("faas.trigger", trigger)
            .SetTag("faas.invocation_id", invocationId);
    }

    /// <summary>Notes a failure by its type, for its message may hold anything; false, so that it goes on its way.</summary>
    public static bool Failed(Activity? invocation, Exception problem)
    {
        invocation?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", problem.GetType().FullName);
        return false;
    }

    /// <summary>OpenTelemetry's words for what sets a function off.</summary>
    private static (string Trigger, ActivityKind Kind) Kind(Trigger trigger) =>
        trigger switch
        {
            TimerTrigger => ("timer", ActivityKind.Internal),
            BlobTrigger => ("datasource", ActivityKind.Consumer),
            QueueTrigger => ("pubsub", ActivityKind.Consumer),
            HttpTrigger => ("http", ActivityKind.Server),
            _ => ("other", ActivityKind.Internal),
        };
}
