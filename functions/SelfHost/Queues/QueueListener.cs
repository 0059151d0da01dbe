using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CCHC.SelfHost.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Queues;

/// <summary>
/// Reads one queue in batches, with pauses that double while it is empty, and never runs more than a batch and the
/// threshold of the next one at once.
/// </summary>
internal sealed partial class QueueListener(
    QueueClient queue,
    MessageHandler handler,
    DeliverySettings settings,
    HostSettings host,
    Pulse pulse,
    ILogger<QueueListener> log
) : IListener
{
    private readonly MessageDelivery _delivery = new(queue, handler, settings, log);

    public Pulse Pulse => pulse;

    public async Task RunAsync(CancellationToken polling, CancellationToken running)
    {
        var atHand = new HashSet<Task>();
        var pause = DeliverySettings.FirstPause;
        var failures = new Backoff(DeliverySettings.FirstPause);
        while (!polling.IsCancellationRequested)
        {
            if (await TryReceiveAsync() is not { } batch)
            {
                await failures.WaitAsync(polling);
                continue;
            }
            failures.Reset();
            pulse.Beat();
            foreach (var message in batch)
                atHand.Add(_delivery.DeliverAsync(message, running));
            pause = batch.Length > 0 ? DeliverySettings.FirstPause : Longer(pause);
            if (batch.Length == 0)
                await Task.Delay(pause, polling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            atHand.RemoveWhere(task => task.IsCompleted);
            if (atHand.Count > settings.NewBatchThreshold)
                pulse.Rest();
            while (atHand.Count > settings.NewBatchThreshold)
                atHand.Remove(await Task.WhenAny(atHand));
            pulse.Beat();
        }
        await Task.WhenAll(atHand);
    }

    /// <summary>Counts what is visible, running or waiting for its next try.</summary>
    public async Task<bool> HasWorkAsync(CancellationToken cancellation)
    {
        try
        {
            QueueProperties properties = await queue.GetPropertiesAsync(cancellation);
            return properties.ApproximateMessagesCountLong > 0;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return false;
        }
    }

    private TimeSpan Longer(TimeSpan pause) => pause * 2 < settings.LongestPause ? pause * 2 : settings.LongestPause;

    /// <summary>Not cancelled by a stop: messages already taken would be nobody's until their lease ends.</summary>
    /// <returns>Null: it was answered with something else than messages, or not at all.</returns>
    private async Task<QueueMessage[]?> TryReceiveAsync()
    {
        using var patience = new CancellationTokenSource(host.PollPatience);
        try
        {
            return await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, patience.Token);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            // Whoever sends the first message makes the queue.
            return [];
        }
        catch (Exception problem)
        {
            // Whatever it is: a network's sign-in page is no XML, and no listener may end of it.
            LogUnreadable(problem, queue.Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue {Queue} cannot be read, trying again")]
    private partial void LogUnreadable(Exception problem, string queue);
}
