namespace CCHC.SelfHost.Azurite;

/// <summary>
/// A local storage: blobs, queues and tables on ports of 127.0.0.1 that the system chose. It ends with us, also when
/// we are killed. A folder has one Azurite: who comes second, while its owner runs, uses the owner's.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly IAsyncDisposable _azurite;

    private AzuriteProcess(AzuriteAddresses addresses, IAsyncDisposable azurite, Task lost, bool isShared = false) =>
        (ConnectionString, _azurite, Lost, IsShared) = (addresses.ConnectionString, azurite, lost, isShared);

    /// <summary>For the account of blobs, queues and tables alike.</summary>
    public string ConnectionString { get; }

    /// <summary>Another process owned it when we came. It goes on with us, at the same addresses, should that one end.</summary>
    public bool IsShared { get; }

    /// <summary>Fails when Azurite has ended and could not be started again; what it says is for people.</summary>
    public Task Lost { get; }

    /// <summary>
    /// Starts Azurite, installing it before if need be, and waits until it answers. Two processes may do so at once.
    /// </summary>
    /// <param name="location">The folder that keeps the data; null keeps it in memory, for tests.</param>
    /// <param name="tell">Hears what is going on, a line at a time.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="AzuriteException">It could not be brought up; says what to do.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string? location,
        Action<string>? tell = null,
        CancellationToken cancellation = default
    )
    {
        tell ??= _ => { };
        var script = await AzuritePackage.FindAsync(tell, cancellation);
        if (location is null)
        {
            var run = await AzuriteRun.StartAsync(script, location: null, new(AzuriteAccount.New()), cancellation);
            tell("Azurite started, in memory.");
            var kept = new KeptRun(run, script, location, tell);
            return new(run.Addresses, kept, kept.Lost);
        }
        location = Path.GetFullPath(location);
        PrivateFiles.Close(location);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await StartOrJoinAsync(script, location, tell, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new AzuriteException(
                $"Another process holds {location}, but its Azurite doesn't answer. End that process, or choose another folder with --data."
            );
        }
    }

    /// <summary>Azurite writes its state to the folder before it ends.</summary>
    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private static async Task<AzuriteProcess> StartOrJoinAsync(
        string script,
        string location,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (HeldFolder.TryTake(location) is { } ours)
            {
                var held = await HeldFolder.StartAsync(script, location, ours, tell, cancellation);
                return new(held.Addresses, held, held.Lost);
            }
            if (AddressFile.Read(location) is { } others && await others.AnswerAsync(cancellation))
            {
                tell($"Azurite already runs in {location}; using it.");
                var joined = new JoinedFolder(others, script, location, tell);
                return new(others, joined, joined.Lost, isShared: true);
            }
            await Task.Delay(Pause, cancellation);
        }
    }
}
