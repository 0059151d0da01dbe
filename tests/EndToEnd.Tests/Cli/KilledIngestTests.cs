using System.Diagnostics;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>kill -9 in the middle of an ingest, then the same command again: as if nothing had happened.</summary>
public sealed class KilledIngestTests(Stores stores)
{
    [Fact]
    public async Task Killed_and_run_again_ends_with_the_same_figures()
    {
        var (whole, killed) = (stores.New(), stores.New());
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code is "29962" or "29995"));
        await Cchc.RunAsync("ingest", folder.Path, "--storage", whole);
        var expected = await Contents.FiguresAsync(whole);
        expected.Count.ShouldBeGreaterThan(200);

        await KillWhenAsync(folder.Path, killed, StoredNames.Exports, atLeast: 30);
        await KillWhenAsync(folder.Path, killed, StoredNames.Journal, atLeast: 60);
        await KillWhenAsync(folder.Path, killed, StoredNames.Ledger, atLeast: 1);
        var last = await Cchc.RunAsync("ingest", folder.Path, "--storage", killed);

        last.ExitCode.ShouldBe(1, last.Error);
        (await Contents.FiguresAsync(killed)).ShouldBe(expected);
        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", killed)).Output.ShouldBe("Không có sai khác.\n");
    }

    private static async Task KillWhenAsync(string folder, string connection, string container, int atLeast)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "cchc"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["ingest", folder, "--storage", connection])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        while (!child.HasExited && await BlobsAsync(connection, container) < atLeast)
            await Task.Delay(20);
        child.HasExited.ShouldBeFalse("it was to be killed before its end");
        child.Kill();
        await child.WaitForExitAsync();
    }

    private static async Task<int> BlobsAsync(string connection, string container)
    {
        var store = Store.Open(connection).Container(container);
        if (!await store.ExistsAsync())
            return 0;
        var count = 0;
        await foreach (var _ in store.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions()))
            count++;
        return count;
    }
}
