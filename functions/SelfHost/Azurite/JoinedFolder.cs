namespace CCHC.SelfHost.Azurite;

/// <summary>
/// A folder that another process holds, whose Azurite we use. It may end long before us, as a command does that ran
/// when the service began: then we hold the folder, and an Azurite of ours answers at the same ports.
/// </summary>
internal sealed class JoinedFolder : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly string _script;
    private readonly string _location;
    private readonly Action<string> _tell;
    private readonly CancellationTokenSource _stop = new();
    private HeldFolder? _held;

    public JoinedFolder(AzuriteAddresses addresses, string script, string location, Action<string> tell)
    {
        (Addresses, _script, _location, _tell) = (addresses, script, location, tell);
        Lost = FollowAsync();
    }

    public AzuriteAddresses Addresses { get; }

    /// <summary>Fails when nobody's Azurite answers at our addresses any more; completes when we leave.</summary>
    public Task Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Lost.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_held is not null)
            await _held.DisposeAsync();
        _stop.Dispose();
    }

    private async Task FollowAsync()
    {
        FolderLock? ours;
        while ((ours = HeldFolder.TryTake(_location)) is null)
        {
            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
                return;
        }
        _held = await HeldFolder.StartAsync(_script, _location, ours, _tell, _stop.Token);
        if (_held.Addresses != Addresses)
            throw new AzuriteException(
                $"The process that held {_location} has ended, and its Azurite's ports are taken by others: start again."
            );
        await _held.Lost.WaitAsync(_stop.Token);
    }
}
