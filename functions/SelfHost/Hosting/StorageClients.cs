using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace CCHC.SelfHost.Hosting;

/// <summary>
/// The one place that makes storage clients, hence the place to set a ServiceVersion should a storage emulator lag
/// behind the SDK. (Azurite runs with --skipApiVersionCheck and takes the newest.)
/// </summary>
internal sealed class StorageClients(HostSettings settings, Settings connections)
{
    /// <summary>Holds the host's own state.</summary>
    private const string HostContainer = "azure-webjobs-hosts";

    public string HostConnection => connections.ConnectionString(connection: null);

    public static BlobContainerClient Container(string connection, string name) =>
        new BlobServiceClient(connection, new BlobClientOptions()).GetBlobContainerClient(name);

    public BlobContainerClient HostState() => Container(HostConnection, HostContainer);

    /// <summary>Encodes and decodes messages as host.json says.</summary>
    /// <param name="undecodable">Hears of messages that aren't base64; without it one such message stops a batch.</param>
    public QueueClient Queue(
        string connection,
        string name,
        SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? undecodable = null
    )
    {
        var options = new QueueClientOptions { MessageEncoding = settings.MessageEncoding };
        options.Retry.NetworkTimeout = settings.PollPatience;
        options.MessageDecodingFailed += undecodable;
        return new QueueServiceClient(connection, options).GetQueueClient(name);
    }
}
