using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using CCHC.SelfHost.Hosting;
using CCHC.SelfHost.Indexing;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Blobs;

/// <summary>
/// Lists a function's container again and again and puts a message for each new or changed blob into the queue of
/// blobs, as the official host's scan does: from there on tries are counted and survive a crash.
/// </summary>
internal sealed partial class BlobWatcher(
    IndexedFunction function,
    BlobPathPattern path,
    BlobContainerClient container,
    DeliveredBlobs delivered,
    QueueClient queue,
    HostSettings settings,
    Pulse pulse,
    ILogger<BlobWatcher> log
) : IListener, IDisposable
{
    private const int BlobsPerPage = 5000;

    /// <summary>A host that is killed again and again sends no more than these a second time, however many wait.</summary>
    private const int SavedEach = 50;
    private const int Rest = 9;
    private readonly SemaphoreSlim _oneScan = new(1);

    public Pulse Pulse => pulse;

    public async Task RunAsync(CancellationToken polling, CancellationToken running)
    {
        var failures = new Backoff(settings.BlobPollInterval);
        while (!polling.IsCancellationRequested)
        {
            try
            {
                var start = Stopwatch.GetTimestamp();
                var found = await ScanAsync(running);
                pulse.Beat();
                failures.Reset();
                await Task.Delay(Pause(found, Stopwatch.GetElapsedTime(start)), polling)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception problem)
            {
                // Whatever it is: a network's sign-in page is no XML, and no watcher may end of it.
                LogUnreadable(problem, container.Name);
                await failures.WaitAsync(polling);
            }
        }
    }

    /// <summary>Looks now instead of at the next poll: who asks wants to know about blobs put a moment ago.</summary>
    public async Task<bool> HasWorkAsync(CancellationToken cancellation) => await ScanAsync(cancellation) > 0;

    public void Dispose() => _oneScan.Dispose();

    /// <summary>A long container's listing is work for the storage: it is at most a tenth of what that does.</summary>
    private TimeSpan Pause(int found, TimeSpan took) =>
        found == 0 && took * Rest > settings.BlobPollInterval ? took * Rest : settings.BlobPollInterval;

    private async Task<int> ScanAsync(CancellationToken cancellation)
    {
        await _oneScan.WaitAsync(cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.PollPatience);
        try
        {
            await delivered.LoadAsync(patience.Token);
            return await SendNewAsync(patience);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return 0; // The container comes with its first blob.
        }
        finally
        {
            _oneScan.Release();
        }
    }

    /// <summary>The patience is for each page, each blob found, and the record anew: a long container takes its time.</summary>
    private async Task<int> SendNewAsync(CancellationTokenSource patience)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var sent = 0;
        var options = new GetBlobsOptions { Prefix = path.Prefix };
        await foreach (var blob in container.GetBlobsAsync(options, patience.Token))
        {
            if (listed.Add(blob.Name) && listed.Count % BlobsPerPage == 0)
                patience.CancelAfter(settings.PollPatience);
            var etag = BlobMessage.Quoted(blob.Properties.ETag.GetValueOrDefault());
            if (delivered.Has(blob.Name, etag) || path.Match(blob.Name) is null)
                continue;
            var type = $"{blob.Properties.BlobType ?? BlobType.Block}Blob";
            var message = new BlobMessage("BlobTrigger", function.Id, type, container.Name, blob.Name, etag);
            await queue.SendMessageAsync(BinaryData.FromObjectAsJson(message), cancellationToken: patience.Token);
            patience.CancelAfter(settings.PollPatience);
            pulse.Beat();
            delivered.Add(blob.Name, etag);
            LogFound(function.Name, container.Name);
            sent++;
            if (sent % SavedEach == 0)
                await delivered.SaveAsync(listed: null, patience.Token);
        }
        patience.CancelAfter(settings.PollPatience);
        await delivered.SaveAsync(listed, patience.Token);
        return sent;
    }

    [LoggerMessage(LogLevel.Debug, "{Function}: a new blob in {Container}")]
    private partial void LogFound(string function, string container);

    [LoggerMessage(LogLevel.Warning, "The container {Container} cannot be listed, trying again")]
    private partial void LogUnreadable(Exception problem, string container);
}
