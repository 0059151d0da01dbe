using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using CCHC.SelfHost.Queues;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Blobs;

/// <summary>Hands the blob that a message names to the function that it names.</summary>
internal sealed partial class BlobMessageHandler(
    FunctionIndex index,
    FunctionInvoker invoker,
    StorageClients storage,
    ILogger<BlobMessageHandler> log
) : MessageHandler
{
    /// <summary>One queue for all blob functions, in the account of the triggering blob (azure.md §2).</summary>
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private readonly Dictionary<string, (IndexedFunction Function, BlobTrigger Trigger)> _functions = index
        .TriggeredBy<BlobTrigger>()
        .ToDictionary(entry => entry.Function.Id, StringComparer.Ordinal);

    public override string Name => "The queue of blobs";

    public override async Task RunAsync(QueueMessage message, CancellationToken cancellation)
    {
        var wanted = Read(message) ?? throw new InvalidDataException("This is no message about a blob.");
        if (!_functions.TryGetValue(wanted.FunctionId, out var entry))
        {
            LogUnknown(wanted.FunctionId); // Renamed or removed since: dropped, as on the official host.
            return;
        }
        var blob = StorageClients
            .Container(entry.Trigger.ConnectionString, wanted.ContainerName)
            .GetBlobClient(wanted.BlobName);
        if (entry.Trigger.Path.Match(wanted.BlobName) is not { } values || !await IsStillAsync())
        {
            LogOutdated(entry.Function.Name);
            return;
        }
        await invoker.InvokeAsync(entry.Function, new BlobDelivery(blob, values), cancellation);

        // Deleted: nothing to do. Changed: the scan sends a message with the new ETag.
        async Task<bool> IsStillAsync()
        {
            try
            {
                BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
                return BlobMessage.Quoted(properties.ETag) == wanted.ETag;
            }
            catch (RequestFailedException none) when (none.Status == 404)
            {
                return false;
            }
        }
    }

    public override QueueClient PoisonQueueOf(QueueMessage message) =>
        storage.Queue(
            Read(message) is { } wanted && _functions.TryGetValue(wanted.FunctionId, out var entry)
                ? entry.Trigger.ConnectionString
                : storage.HostConnection,
            PoisonQueue
        );

    private static BlobMessage? Read(QueueMessage message)
    {
        try
        {
            return message.Body.ToObjectFromJson<BlobMessage>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "No function {FunctionId}: its blob's message is dropped")]
    private partial void LogUnknown(string functionId);

    [LoggerMessage(LogLevel.Debug, "{Function}: the blob was deleted or changed before it was delivered")]
    private partial void LogOutdated(string function);
}
