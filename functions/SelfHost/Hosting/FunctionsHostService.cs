using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost.Hosting;

/// <summary>
/// Starts the listeners with the host and stops them with it: first nothing new is begun, then what runs may finish
/// while the host's shutdown time lasts, only then is it cancelled.
/// </summary>
internal sealed partial class FunctionsHostService(
    Listeners listeners,
    HostActivity activity,
    ILogger<FunctionsHostService> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _polling = new();
    private readonly CancellationTokenSource _running = new();
    private readonly List<IListener> _listeners = [];
    private Task _loops = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await PrepareStorageAsync(cancellationToken);
        _listeners.AddRange(listeners.All());
        foreach (var listener in _listeners)
            activity.Watch(listener.HasWorkAsync);
        _loops = Task.WhenAll(_listeners.Select(listener => Task.Run(() => KeepRunningAsync(listener), default)));
        LogStarted(_listeners.Count);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _polling.CancelAsync();
        await _loops.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_loops.IsCompleted)
            return;
        LogCutOff();
        await _running.CancelAsync();
        await _loops
            .WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A listener bears whatever storage answers; should one end all the same, it is started again.</summary>
    private async Task KeepRunningAsync(IListener listener)
    {
        var pause = new Backoff(FirstPause);
        while (true)
        {
            try
            {
                await listener.RunAsync(_polling.Token, _running.Token);
            }
            catch (Exception problem)
            {
                LogBroke(problem, listener.Pulse.Name);
            }
            if (_polling.IsCancellationRequested)
                return;
            listener.Pulse.End();
            LogEnded(listener.Pulse.Name);
            await pause.WaitAsync(_polling.Token);
        }
    }

    private async Task PrepareStorageAsync(CancellationToken cancellation)
    {
        try
        {
            await listeners.PrepareStorageAsync(cancellation);
        }
        catch (Exception problem) when (problem is RequestFailedException or AggregateException)
        {
            throw new InvalidOperationException(
                $"The storage of AzureWebJobsStorage cannot be used; is it running, is the connection string right? {problem.Message}",
                problem
            );
        }
    }

    public void Dispose()
    {
        foreach (var listener in _listeners.OfType<IDisposable>())
            listener.Dispose();
        _polling.Dispose();
        _running.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Watching for timers, blobs and messages with {Count} listeners")]
    private partial void LogStarted(int count);

    [LoggerMessage(LogLevel.Error, "The listener for {Listener} broke")]
    private partial void LogBroke(Exception problem, string listener);

    [LoggerMessage(LogLevel.Error, "The listener for {Listener} ended; it is started again")]
    private partial void LogEnded(string listener);

    [LoggerMessage(LogLevel.Warning, "Functions still running at the end of the shutdown time are cancelled")]
    private partial void LogCutOff();
}
