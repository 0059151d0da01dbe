using System.Text.Json;

namespace CCHC.SelfHost.Azurite;

/// <summary>
/// A local storage: blobs, queues and tables on ports of 127.0.0.1 that the system chose. It ends with us, also when
/// we are killed. A folder has one Azurite: who comes second, while its owner runs, uses the owner's.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string AddressFile = "azurite.json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly KeptRun? _run;
    private readonly FolderLock? _ours;
    private readonly string? _location;

    private AzuriteProcess(AzuriteAddresses addresses, string? location, KeptRun? run, FolderLock? ours)
    {
        (ConnectionString, _location, _run, _ours) = (addresses.ConnectionString, location, run, ours);
    }

    /// <summary>For the account of blobs, queues and tables alike.</summary>
    public string ConnectionString { get; }

    /// <summary>Another process owns it: it ends with that one, not with us.</summary>
    public bool IsShared => _run is null;

    /// <summary>Fails when Azurite has ended and could not be started again; what it says is for people.</summary>
    public Task Lost => _run?.Lost ?? Task.Delay(Timeout.Infinite, CancellationToken.None);

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
            return new(run.Addresses, location, new(run, script, location, tell), ours: null);
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
    public async ValueTask DisposeAsync()
    {
        if (_location is not null && !IsShared)
            File.Delete(Path.Combine(_location, AddressFile));
        if (_run is not null)
            await _run.DisposeAsync();
        if (_ours is not null)
            await _ours.DisposeAsync();
    }

    private static async Task<AzuriteProcess> StartOrJoinAsync(
        string script,
        string location,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (FolderLock.TryTake(Path.Combine(location, "azurite.lock")) is { } ours)
                return await StartAsync(script, location, ours, tell, cancellation);
            if (Read(location) is { } others && await others.AnswerAsync(cancellation))
            {
                tell($"Azurite already runs in {location}; using it.");
                return new(others, location, run: null, ours: null);
            }
            await Task.Delay(Pause, cancellation);
        }
    }

    private static async Task<AzuriteProcess> StartAsync(
        string script,
        string location,
        FolderLock ours,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        try
        {
            var addressFile = Path.Combine(location, AddressFile);
            File.Delete(addressFile);
            await Predecessor.WaitUntilGoneAsync(location, cancellation);
            tell($"Azurite starts in {location} …");
            var account = AzuriteAccount.Of(location);
            var run = await AzuriteRun.StartAsync(script, location, new(account), cancellation);
            PrivateFiles.Write(addressFile, JsonSerializer.Serialize(run.Addresses));
            return new(run.Addresses, location, new(run, script, location, tell), ours);
        }
        catch
        {
            await ours.DisposeAsync();
            throw;
        }
    }

    private static AzuriteAddresses? Read(string location)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(location, AddressFile));
            return JsonSerializer.Deserialize<AzuriteAddresses>(text) is { Account: not null } known ? known : null;
        }
        catch (Exception notYet) when (notYet is IOException or JsonException)
        {
            return null;
        }
    }
}
