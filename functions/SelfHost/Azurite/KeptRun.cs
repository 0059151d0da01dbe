namespace CCHC.SelfHost.Azurite;

/// <summary>
/// Azurite as it is to be: should it end without having been told to, it is started again on the same ports and with
/// the same key, for everybody's connection string names them (design.md §2).
/// </summary>
internal sealed class KeptRun : IAsyncDisposable
{
    private const int Tries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private readonly string _script;
    private readonly string? _location;
    private readonly Action<string> _tell;
    private readonly AzuriteAddresses _addresses;
    private readonly CancellationTokenSource _stop = new();
    private AzuriteRun _run;

    public KeptRun(AzuriteRun run, string script, string? location, Action<string> tell)
    {
        (_run, _addresses, _script, _location, _tell) = (run, run.Addresses, script, location, tell);
        Lost = KeepAsync();
    }

    /// <summary>Fails when it could not be started again; completes when it is stopped.</summary>
    public Task Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Lost.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _run.DisposeAsync();
        _stop.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await _run.Ended.WaitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
                return;
            // What lay in memory is gone: an empty store in its place would look like a lost one.
            if (_location is null)
                throw new AzuriteException("Azurite, which kept its data in memory, has ended.");
            _tell("Azurite ended without having been told to; it is started again …");
            await RestartAsync(_location);
        }
    }

    private async Task RestartAsync(string location)
    {
        var pause = FirstPause;
        for (var tries = 1; !_stop.IsCancellationRequested; tries++)
        {
            try
            {
                await Predecessor.WaitUntilGoneAsync(location, _stop.Token);
                var next = await AzuriteRun.StartAsync(_script, location, _addresses, _stop.Token);
                await _run.DisposeAsync();
                _run = next;
                _tell("Azurite runs again.");
                return;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (AzuriteException problem) when (tries == Tries)
            {
                throw new AzuriteException(
                    $"Azurite in {location} ended and could not be started again in {Tries} tries: {problem.Message}",
                    problem
                );
            }
            catch (AzuriteException)
            {
                await Task.Delay(pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause *= 2;
            }
        }
    }
}
