using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Telemetry;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Samples;
using CCHC.Pipeline.Tests.Samples.Natural;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>
/// Law 8: every sample, files in which people stand where something is kept, and natural texts in the column of fields,
/// as sheets' names and as headings, go through the whole app to letters; then everything stored but exports/, and
/// everything logged or traced, is searched for them.
/// </summary>
public sealed class PlantedDataTests : IAsyncLifetime
{
    private const string Neighbour = "29974";
    private static readonly DateOnly Last = new(2022, 3, 14);
    private readonly KeptLog log = new();
    private readonly HeardSpans heard = new();
    private RunningApp? app;
    private int uploads;

    public async ValueTask InitializeAsync()
    {
        app = await RunningApp.StartAsync(
            VietnamTime.StartOf(new(2022, 3, 16)).AddHours(18),
            log,
            ("Review:FirstPeriod", "2022-Q1")
        );
        foreach (var sample in SampleFolder.Exports)
            await PutAsync(sample, SampleFolder.Bytes("exports", sample));
        foreach (var (name, lines) in PeopleInPlace.Files)
            await PutAsync(name, Encoding.UTF8.GetBytes(lines));
        foreach (var (name, content) in NaturalTexts.Uploads)
            await PutAsync(name, content, Neighbour);
        await app.QuietAsync();
        app.Clock.Advance(TimeSpan.FromHours(26));
        await app.QuietAsync();
    }

    [Fact]
    public async Task Nobody_planted_is_found_in_anything_stored_logged_or_traced()
    {
        var store = app!.Store;
        var (searched, leaking, inExports) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), 0);
        await foreach (var container in store.Blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in store.Container(container.Name).GetBlobsAsync(new GetBlobsOptions()))
            {
                var content = await store.Container(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                searched.Add(container.Name);
                var found = FoundIn(container.Name, blob.Name, content.Value.Content.ToArray());
                inExports += found is not null && container.Name == StoredNames.Exports ? 1 : 0;
                if (found is not null && container.Name != StoredNames.Exports)
                    leaking.Add($"{container.Name}/{blob.Name}: {found}");
            }
        }
        foreach (var table in StoredNames.Tables)
        {
            await foreach (var entity in store.Table(table).QueryAsync<TableEntity>())
            {
                var found = In(string.Join('\n', entity.Select(cell => $"{cell.Key}={cell.Value}")));
                if (found is not null)
                    leaking.Add($"{table}/{entity.PartitionKey}/{entity.RowKey}: {found}");
            }
        }
        foreach (var queue in StoredNames.Queues)
        {
            foreach (var message in (await store.Queue(queue).PeekMessagesAsync(32)).Value)
            {
                if (In(message.Body.ToString()) is { } found)
                    leaking.Add($"{queue}: {found}");
            }
        }
        if (In(log.Text) is { } logged)
            leaking.Add($"log: {logged}");
        var said = heard.All.Select(span => string.Join('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")));
        if (In(string.Join('\n', said)) is { } traced)
            leaking.Add($"trace: {traced}");

        leaking.ShouldBeEmpty();
        inExports.ShouldBeGreaterThan(30);
        foreach (var container in (string[])["journal", "ledger", "receipts", "notices", "settings"])
            searched.ShouldContain(container);
        log.Text.Length.ShouldBeGreaterThan(1000);
        heard.All.Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task Every_upload_has_its_receipt()
    {
        var receipts = 0;
        await foreach (var blob in app!.Store.Container(StoredNames.Receipts).GetBlobsAsync(new GetBlobsOptions()))
            receipts += blob.Name.EndsWith(".json", StringComparison.Ordinal) ? 1 : 0;
        receipts.ShouldBe(uploads);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        log.Dispose();
        heard.Dispose();
    }

    private async Task PutAsync(string name, byte[] content, string unit = Desk.Unit)
    {
        uploads++;
        await app!.PutAsync($"{unit}/{name}", content, Desk.Evening(new(2022, 3, 16)) + uploads);
    }

    private static string? FoundIn(string container, string name, byte[] content) =>
        In(name) ?? Leaks.Texts(container, name, content).Select(In).FirstOrDefault(found => found is not null);

    private static string? In(string text) => Planted.In(text) ?? NaturalTexts.In(text);
}
