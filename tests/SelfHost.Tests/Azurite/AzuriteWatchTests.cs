using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

public sealed class AzuriteWatchTests : IAsyncDisposable
{
    private const string WellKnownKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite").FullName;

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(_folder);

    [Fact]
    public async Task Killed_it_comes_back_where_it_was()
    {
        await using (var first = await AzuriteProcess.StartAsync(_folder))
            await Kept.WriteAsync(first.ConnectionString);
        await using var azurite = await AzuriteProcess.StartAsync(_folder);
        for (var kills = 0; kills < 2; kills++)
        {
            var killed = await KillAsync();
            await Eventually.TrueAsync(async () => await PidAsync() is { } pid && pid != killed);
            await Kept.ShouldBeThereAsync(azurite.ConnectionString);
        }
        azurite.Lost.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_come_back_is_told()
    {
        await using var azurite = await AzuriteProcess.StartAsync(_folder);
        var blobs = new Uri(azurite.ConnectionString.Split("BlobEndpoint=")[1].Split(';')[0]);
        await KillAsync();
        // Somebody else has the port that every connection string names.
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, blobs.Port);
        other.Start();
        var lost = await Should.ThrowAsync<AzuriteException>(() => azurite.Lost.WaitAsync(TimeSpan.FromSeconds(60)));
        lost.Message.ShouldContain("could not be started again");
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_may_open_its_files_and_the_well_known_key_opens_nothing()
    {
        var old = Path.Combine(_folder, "left.json");
        await File.WriteAllTextAsync(old, "");
        File.SetUnixFileMode(old, (UnixFileMode)Convert.ToInt32("644", 8));
        string connection;
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
        {
            connection = azurite.ConnectionString;
            await Kept.WriteAsync(connection);
            var key = connection.Split(';').First(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));
            var guessed = connection.Replace(key, $"AccountKey={WellKnownKey}", StringComparison.Ordinal);
            var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
            var refused = await Should.ThrowAsync<RequestFailedException>(() =>
                new BlobContainerClient(guessed, "kept", options).ExistsAsync()
            );
            refused.Status.ShouldBe(403);
        }
        const UnixFileMode others = (UnixFileMode)0b111_111;
        foreach (var entry in Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories))
            (File.GetUnixFileMode(entry) & others).ShouldBe(UnixFileMode.None, entry);
        (File.GetUnixFileMode(_folder) & others).ShouldBe(UnixFileMode.None);
        await using var again = await AzuriteProcess.StartAsync(_folder);
        KeyOf(again.ConnectionString).ShouldBe(KeyOf(connection), "the key stays with the store");
    }

    [Fact]
    public async Task A_store_from_before_keeps_its_account_and_what_lies_in_it()
    {
        // As it was written before stores had keys of their own.
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "azurite.account"),
            $$"""{"Name":"devstoreaccount1","Key":"{{WellKnownKey}}"}"""
        );
        await using (var before = await AzuriteProcess.StartAsync(_folder))
            await Kept.WriteAsync(before.ConnectionString);
        File.Delete(Path.Combine(_folder, "azurite.account"));

        await using var now = await AzuriteProcess.StartAsync(_folder);

        await Kept.ShouldBeThereAsync(now.ConnectionString);
        now.ConnectionString.ShouldNotContain(WellKnownKey);
    }

    private static string KeyOf(string connection) =>
        connection.Split(';').First(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));

    private async Task<int> KillAsync()
    {
        var pid = (await PidAsync()).ShouldNotBeNull();
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync();
        return pid;
    }

    private async Task<int?> PidAsync()
    {
        try
        {
            var text = await File.ReadAllTextAsync(Path.Combine(_folder, "azurite.pid"));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
