namespace CCHC.SelfHost.Azurite;

/// <summary>A folder that we alone hold, and the Azurite that runs in it.</summary>
internal sealed class HeldFolder : IAsyncDisposable
{
    private readonly KeptRun _run;
    private readonly FolderLock _ours;

    private HeldFolder(AzuriteAddresses addresses, KeptRun run, FolderLock ours) =>
        (Addresses, _run, _ours) = (addresses, run, ours);

    public AzuriteAddresses Addresses { get; }

    /// <summary>Fails when its Azurite has ended and could not be started again.</summary>
    public Task Lost => _run.Lost;

    public static FolderLock? TryTake(string location) => FolderLock.TryTake(Path.Combine(location, "azurite.lock"));

    public static async Task<HeldFolder> StartAsync(
        string script,
        string location,
        FolderLock ours,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        try
        {
            await Predecessor.WaitUntilGoneAsync(location, cancellation);
            tell($"Azurite starts in {location} …");
            var run = await StartAsync(script, location, cancellation);
            AddressFile.Write(location, run.Addresses);
            return new(run.Addresses, new(run, script, location, tell), ours);
        }
        catch
        {
            await ours.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        await _ours.DisposeAsync();
    }

    private static async Task<AzuriteRun> StartAsync(string script, string location, CancellationToken cancellation)
    {
        var account = AzuriteAccount.Of(location);
        if (AddressFile.Read(location) is { } last && last.Account == account)
        {
            try
            {
                return await AzuriteRun.StartAsync(script, location, last, cancellation);
            }
            catch (AzuriteException)
            {
                // Somebody else listens there now.
            }
        }
        return await AzuriteRun.StartAsync(script, location, new(account), cancellation);
    }
}
