using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CCHC.SelfHost.Blobs;
using CCHC.SelfHost.Indexing;
using CCHC.SelfHost.Queues;
using CCHC.SelfHost.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.SelfHost.Hosting;

/// <summary>Makes the listener of every function but the HTTP ones.</summary>
internal sealed class Listeners(
    FunctionIndex index,
    HostSettings settings,
    StorageClients storage,
    FunctionInvoker invoker,
    ListenerWatch watch,
    IServiceProvider services
)
{
    private const string PoisonSuffix = "-poison";

    /// <summary>
    /// In the order in which work moves: who asks each in turn whether it has any can't miss a blob that has just
    /// become a message.
    /// </summary>
    public IEnumerable<IListener> All() => [.. Timers(), .. Blobs(), .. Queues()];

    /// <summary>What the host keeps its own state in.</summary>
    public async Task PrepareStorageAsync(CancellationToken cancellation)
    {
        if (!index.NeedsHostStorage)
            return;
        await storage.HostState().CreateIfNotExistsAsync(cancellationToken: cancellation);
        if (index.TriggeredBy<BlobTrigger>().Any())
            await BlobQueue().CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    private IEnumerable<IListener> Timers() =>
        from timer in index.TriggeredBy<TimerTrigger>()
        let statusBlob = timer.Trigger.UseMonitor ? StatusBlob(timer.Function) : null
        select Make<TimerListener>(
            timer.Function,
            timer.Trigger,
            new TimerStatus(statusBlob),
            watch.Follow($"timer {timer.Function.Name}")
        );

    private IEnumerable<IListener> Blobs()
    {
        var blobs = index.TriggeredBy<BlobTrigger>().ToList();
        if (blobs.Count == 0)
            yield break;
        var handler = Make<BlobMessageHandler>(index, invoker, storage);
        foreach (var (function, trigger) in blobs)
        {
            var container = StorageClients.Container(trigger.ConnectionString, trigger.Path.Container);
            var delivered = new DeliveredBlobs(storage.HostState(), settings.HostId, function.Id);
            var pulse = watch.Follow($"container {container.Name}");
            yield return Make<BlobWatcher>(function, trigger.Path, container, delivered, BlobQueue(), pulse);
        }
        var undecodable = Make<UndecodableMessages>(
            storage.Queue(storage.HostConnection, BlobMessageHandler.PoisonQueue)
        );
        yield return Queue(BlobQueue(undecodable.PoisonAsync), handler, settings.Blobs);
    }

    private IEnumerable<IListener> Queues()
    {
        foreach (var (function, trigger) in index.TriggeredBy<QueueTrigger>())
        {
            // A poison queue has none of its own, as on the official host: nobody would look there.
            var poison = trigger.QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal)
                ? null
                : storage.Queue(trigger.ConnectionString, trigger.QueueName + PoisonSuffix);
            var undecodable = Make<UndecodableMessages>(
                poison ?? storage.Queue(trigger.ConnectionString, trigger.QueueName)
            );
            var queue = storage.Queue(trigger.ConnectionString, trigger.QueueName, undecodable.PoisonAsync);
            yield return Queue(queue, new QueueFunctionHandler(function, poison, invoker), settings.Queues);
        }
    }

    private QueueListener Queue(QueueClient queue, MessageHandler handler, DeliverySettings delivery) =>
        Make<QueueListener>(queue, handler, delivery, watch.Follow($"queue {queue.Name}"));

    /// <summary>Where the official host keeps it too.</summary>
    private BlobClient StatusBlob(IndexedFunction timer) =>
        storage.HostState().GetBlobClient($"timers/{settings.HostId}/{timer.Id}/status");

    private QueueClient BlobQueue(SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? undecodable = null) =>
        storage.Queue(storage.HostConnection, $"webjobs-blobtrigger-{settings.HostId}", undecodable);

    private T Make<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(services, parts);
}
