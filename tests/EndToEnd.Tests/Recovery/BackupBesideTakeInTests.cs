using System.Text.Json;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>Backups while uploads are taken in: each restores to a store that a crash could have left.</summary>
public sealed class BackupBesideTakeInTests(Stores stores)
{
    [Fact]
    public async Task No_receipt_says_done_of_an_upload_that_the_journal_lacks()
    {
        var busy = stores.New();
        using var folder = new Folder();
        using var uploads = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code is "29974" or "29980"));
        await Cchc.DoneAsync("kpi", "2022-Q1", "--storage", busy);

        var takingIn = Cchc.RunAsync("ingest", uploads.Path, "--storage", busy);
        var backups = new List<string>();
        do
        {
            backups.Add(folder[$"b{backups.Count}"]);
            await Cchc.DoneAsync("backup", backups[^1], "--storage", busy);
        } while (!takingIn.IsCompleted && backups.Count < 6);
        await takingIn;

        foreach (var backup in backups)
        {
            var young = stores.New();
            var restored = await Cchc.DoneAsync("restore", backup, "--storage", young);
            restored.Output.ShouldContain("không có sai khác");
            await CountedAsync(young);
        }
    }

    /// <summary>Every receipt that says "accepted" or "partly" has its entry: named after the same time and content.</summary>
    private static async Task CountedAsync(string connection)
    {
        var store = Store.Open(connection);
        var entries = new List<string>();
        await foreach (var blob in store.Container(StoredNames.Journal).GetBlobsAsync(new GetBlobsOptions()))
            entries.Add(blob.Name);
        await foreach (var blob in store.Container(StoredNames.Receipts).GetBlobsAsync(new GetBlobsOptions()))
        {
            if (!blob.Name.EndsWith(".json", StringComparison.Ordinal))
                continue;
            var content = await store.Container(StoredNames.Receipts).GetBlobClient(blob.Name).DownloadContentAsync();
            using var receipt = JsonDocument.Parse(content.Value.Content);
            var (outcome, sha) = (
                receipt.RootElement.GetProperty("outcome").GetString(),
                receipt.RootElement.GetProperty("sha256").GetString()![..16]
            );
            if (outcome is "accepted" or "partly")
                entries.ShouldContain(entry => entry.Contains($"-{sha}.", StringComparison.Ordinal), blob.Name);
        }
    }
}
