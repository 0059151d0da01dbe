using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace CCHC.Pipeline.Storage;

/// <summary>The data account: its containers, tables and queues by name, always over the real protocol.</summary>
public sealed class Store(BlobServiceClient blobs, TableServiceClient tables, QueueServiceClient queues)
{
    public BlobServiceClient Blobs { get; } = blobs;
    public TableServiceClient TableService { get; } = tables;
    public QueueServiceClient QueueService { get; } = queues;

    /// <summary>Opens a store by connection string.</summary>
    /// <param name="connection">A storage account's or Azurite's connection string.</param>
    /// <param name="perRetry">A policy that sees every request sent, e.g. <see cref="RequestCounter"/>.</param>
    /// <param name="transport">Another transport, e.g. one that injects faults.</param>
    /// <param name="retry">Other pauses between the client's tries.</param>
    public static Store Open(
        string connection,
        HttpPipelinePolicy? perRetry = null,
        HttpPipelineTransport? transport = null,
        Action<RetryOptions>? retry = null
    ) =>
        new(
            new BlobServiceClient(connection, Prepare(new BlobClientOptions(), perRetry, transport, retry)),
            new TableServiceClient(connection, Prepare(new TableClientOptions(), perRetry, transport, retry)),
            new QueueServiceClient(connection, PrepareQueues(perRetry, transport, retry))
        );

    /// <summary>Opens a store by its services' addresses and an identity, as in Azure (no shared keys).</summary>
    public static Store Open(Uri blobs, Uri tables, Uri queues, TokenCredential identity) =>
        new(
            new BlobServiceClient(blobs, identity, Prepare(new BlobClientOptions(), null, null, null)),
            new TableServiceClient(tables, identity, Prepare(new TableClientOptions(), null, null, null)),
            new QueueServiceClient(queues, identity, PrepareQueues(null, null, null))
        );

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    public TableClient Table(string name) => TableService.GetTableClient(name);

    public QueueClient Queue(string name) => QueueService.GetQueueClient(name);

    /// <summary>Creates what is missing; harmless on a store that is complete.</summary>
    public async Task CreateMissingAsync(CancellationToken cancellation)
    {
        foreach (var name in StoredNames.Containers)
            await Container(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var name in StoredNames.Tables)
            await Table(name).CreateIfNotExistsAsync(cancellation);
        foreach (var name in StoredNames.Queues)
            await Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    private static QueueClientOptions PrepareQueues(
        HttpPipelinePolicy? perRetry,
        HttpPipelineTransport? transport,
        Action<RetryOptions>? retry
    )
    {
        // The Functions host reads queue messages as base64 unless host.json says otherwise.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += EncodeAsync;
        return Prepare(options, perRetry, transport, retry);
    }

    /// <summary>A message that isn't base64 would stop its whole batch: it goes to its queue's end as one that can be read.</summary>
    private static async Task EncodeAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is not { } message)
            return;
        await failed.Queue.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1));
        await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }

    private static T Prepare<T>(
        T options,
        HttpPipelinePolicy? perRetry,
        HttpPipelineTransport? transport,
        Action<RetryOptions>? retry
    )
        where T : ClientOptions
    {
        options.AddPolicy(new HeldAnswers(), HttpPipelinePosition.PerCall);
        options.AddPolicy(new OnlyStorageAnswers(), HttpPipelinePosition.PerRetry);
        retry?.Invoke(options.Retry);
        if (perRetry is not null)
            options.AddPolicy(perRetry, HttpPipelinePosition.PerRetry);
        if (transport is not null)
            options.Transport = transport;
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }
}
