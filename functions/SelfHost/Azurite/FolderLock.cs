namespace CCHC.SelfHost.Azurite;

/// <summary>A file held open for ourselves alone: the system frees it however we end.</summary>
internal sealed class FolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static FolderLock? TryTake(string path)
    {
        try
        {
            return new(PrivateFiles.Open(path));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<FolderLock> TakeAsync(string path, CancellationToken cancellation)
    {
        FolderLock? taken;
        while ((taken = TryTake(path)) is null)
            await Task.Delay(Pause, cancellation);
        return taken;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
