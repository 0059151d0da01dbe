using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>Law 8: nobody's name, address, number or note gets past the door (design.md §4, domain.md §8).</summary>
[Collection(DemoStore.Name)]
public sealed class DemoPrivacyTests(DemoStore demo)
{
    private readonly Leaks leaks = new([.. TheDemo.Quarter.Planted, .. TheDemo.Second.Planted]);
    private readonly Store store = Store.Open(demo.Connection);

    [Fact]
    public async Task The_uploads_hold_what_was_planted_and_no_other_blob_does()
    {
        var (searched, leaking) = (new List<string>(), new List<string>());
        await foreach (var container in store.Blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in store.Container(container.Name).GetBlobsAsync(new GetBlobsOptions()))
            {
                var content = await store.Container(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                searched.Add(container.Name);
                if (leaks.IsIn(container.Name, blob.Name, content.Value.Content.ToArray()))
                    leaking.Add($"{container.Name}/{blob.Name}");
            }
        }
        foreach (var searchedToo in (string[])["journal", "ledger", "receipts", "notices", "reports", "settings"])
            searched.ShouldContain(searchedToo);
        leaking.Count(blob => blob.StartsWith("exports/", StringComparison.Ordinal)).ShouldBeGreaterThan(1000);
        leaking.Where(blob => !blob.StartsWith("exports/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_table_holds_what_was_planted()
    {
        var rows = 0;
        await foreach (var table in store.TableService.QueryAsync())
        {
            await foreach (var entity in store.Table(table.Name).QueryAsync<TableEntity>())
            {
                rows++;
                leaks.IsIn(string.Join(' ', entity.Select(cell => $"{cell.Value}"))).ShouldBeFalse(table.Name);
            }
        }
        rows.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Nothing_printed_holds_what_was_planted()
    {
        demo.Run.Output.Length.ShouldBeGreaterThan(1000);
        leaks.IsIn(demo.Run.Output + demo.Run.Error).ShouldBeFalse();
        leaks.IsIn(demo.Continued.Output + demo.Continued.Error).ShouldBeFalse();
    }
}
