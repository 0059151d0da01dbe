using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

public sealed class AzuriteOrphanTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite").FullName;

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(_folder);

    [Fact]
    public async Task When_its_owner_is_killed_it_keeps_what_was_written_and_ends()
    {
        using (var owner = await AzuriteOwner.StartAsync(_folder))
            owner.Kill();
        await using var next = await AzuriteProcess.StartAsync(_folder);
        await Kept.ShouldBeThereAsync(next.ConnectionString);
        next.IsShared.ShouldBeFalse();
    }

    [Fact]
    public async Task An_orphan_ends_by_itself()
    {
        using (var owner = await AzuriteOwner.StartAsync(_folder))
            owner.Kill();
        await Eventually.TrueAsync(() => !File.Exists(Path.Combine(_folder, "azurite.pid")));
    }
}
