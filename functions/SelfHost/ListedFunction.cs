using CCHC.SelfHost.Blobs;
using CCHC.SelfHost.Http;
using CCHC.SelfHost.Indexing;
using CCHC.SelfHost.Queues;
using CCHC.SelfHost.Timers;

namespace CCHC.SelfHost;

/// <summary>A function as this host found it, its settings resolved.</summary>
/// <param name="Name">As its attribute says.</param>
/// <param name="Kind">timer, blob, queue or http.</param>
/// <param name="On">Schedule, path, queue, or methods, route and who may call.</param>
/// <param name="EntryPoint">Namespace, class and method that run.</param>
public sealed record ListedFunction(string Name, string Kind, string On, string EntryPoint)
{
    internal static ListedFunction Of(IndexedFunction function)
    {
        var (kind, on) = function.Trigger switch
        {
            TimerTrigger timer => ("timer", timer.Schedule.ToString()),
            BlobTrigger blob => ("blob", blob.Path.Text),
            QueueTrigger queue => ("queue", queue.QueueName),
            HttpTrigger http => (
                "http",
                $"{string.Join(',', http.Methods)} /{http.Route ?? function.Name} ({http.AuthLevel})"
            ),
            var other => throw new NotSupportedException($"{other.GetType()} sets nothing off."),
        };
        return new(function.Name, kind, on, $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}");
    }
}
