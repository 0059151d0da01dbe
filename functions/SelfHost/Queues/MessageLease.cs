using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace CCHC.SelfHost.Queues;

/// <summary>Keeps a message invisible to others while its function runs.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly string _messageId;
    private readonly TimeSpan _duration;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewal;
    private string _popReceipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan duration)
    {
        (_queue, _messageId, _popReceipt, _duration) = (queue, message.MessageId, message.PopReceipt, duration);
        _renewal = RenewAsync();
    }

    /// <summary>Ends the renewal. The receipt is what a last update or the deletion must name.</summary>
    public async Task<string> EndAsync()
    {
        await _end.CancelAsync();
        await _renewal;
        return _popReceipt;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task RenewAsync()
    {
        var pause = _duration / 2;
        while (true)
        {
            await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_end.IsCancellationRequested)
                return;
            try
            {
                UpdateReceipt receipt = await _queue.UpdateMessageAsync(
                    _messageId,
                    _popReceipt,
                    visibilityTimeout: _duration
                );
                _popReceipt = receipt.PopReceipt;
                pause = _duration / 2;
            }
            catch (RequestFailedException lost) when (lost.Status is 400 or 404)
            {
                // Lost, or the queue is gone: whatever ends the message will be told so by storage, and logs it.
                return;
            }
            catch (Exception)
            {
                // Whatever a network answered: the lease still runs for a while, and is asked for again in time.
                pause = _duration / 8;
            }
        }
    }
}
