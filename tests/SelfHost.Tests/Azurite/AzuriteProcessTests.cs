using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

public sealed class AzuriteProcessTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite").FullName;

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(_folder);

    [Fact]
    public async Task What_was_written_just_before_the_stop_is_there_after_a_restart()
    {
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
            await Kept.WriteAsync(azurite.ConnectionString);
        await using var again = await AzuriteProcess.StartAsync(_folder);
        await Kept.ShouldBeThereAsync(again.ConnectionString);
        again.IsShared.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_process_uses_the_first_ones()
    {
        var told = new List<string>();
        using var owner = await AzuriteOwner.StartAsync(_folder);
        await using (var guest = await AzuriteProcess.StartAsync(_folder, told.Add))
        {
            guest.IsShared.ShouldBeTrue();
            await Kept.ShouldBeThereAsync(guest.ConnectionString);
        }
        told.ShouldHaveSingleItem().ShouldContain("already runs");
        await using var another = await AzuriteProcess.StartAsync(_folder);
        await Kept.ShouldBeThereAsync(another.ConnectionString);
    }

    /// <summary>A command that ran when the service began ends; the service goes on.</summary>
    [Fact]
    public async Task Who_joined_goes_on_at_the_same_addresses_when_the_first_ends()
    {
        var first = await AzuriteProcess.StartAsync(_folder);
        await Kept.WriteAsync(first.ConnectionString);
        await using var second = await AzuriteProcess.StartAsync(_folder);
        await using var third = await AzuriteProcess.StartAsync(_folder);

        await first.DisposeAsync();

        await Kept.ShouldBeThereAsync(second.ConnectionString);
        await Kept.ShouldBeThereAsync(third.ConnectionString);
        (second.Lost.IsCompleted, third.Lost.IsCompleted).ShouldBe((false, false));
        await using var later = await AzuriteProcess.StartAsync(_folder);
        (later.IsShared, later.ConnectionString).ShouldBe((true, second.ConnectionString));
    }

    [Fact]
    public async Task A_number_left_by_a_crash_that_is_another_process_now_is_not_waited_for()
    {
        var pidFile = Path.Combine(_folder, "azurite.pid");
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}");
        File.SetLastWriteTimeUtc(pidFile, new DateTime(2022, 3, 18, 0, 0, 0, DateTimeKind.Utc));
        await using var azurite = await AzuriteProcess.StartAsync(_folder);
        azurite.IsShared.ShouldBeFalse();
    }
}
