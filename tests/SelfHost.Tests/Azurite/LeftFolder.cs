namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>A test's folder that an ending Azurite may still be flushing into.</summary>
internal static class LeftFolder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for Azurite to be gone (its pid file is its last act), then deletes the folder.</summary>
    public static async ValueTask DeleteAsync(string folder)
    {
        for (var tries = 0; tries < 150 && File.Exists(Path.Combine(folder, "azurite.pid")); tries++)
            await Task.Delay(Pause);
        Directory.Delete(folder, recursive: true);
    }
}
