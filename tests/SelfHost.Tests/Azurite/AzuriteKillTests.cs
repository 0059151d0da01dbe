using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>What Azurite has acknowledged is there, whenever it was killed (ADR 0017).</summary>
public sealed class AzuriteKillTests : IAsyncDisposable
{
    private const int Kills = 6;
    private const int LongText = 30_000;
    private const int Times = 620;
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite").FullName;

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(_folder);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_however_often_it_is_killed()
    {
        await using var azurite = await AzuriteProcess.StartAsync(_folder);
        var (blobs, queue, table) = await OpenAsync(azurite.ConnectionString);
        for (var kill = 0; kill < Kills; kill++)
        {
            await blobs.GetBlobClient($"{kill}").UploadAsync(BinaryData.FromString($"blob {kill}"));
            await blobs.GetBlobClient("last").UploadAsync(BinaryData.FromString($"last {kill}"), overwrite: true);
            await blobs.DeleteBlobIfExistsAsync($"{kill - 1}");
            await table.UpsertEntityAsync(new TableEntity("p", "last") { ["Kill"] = kill });
            await table.SubmitTransactionAsync([Added($"a{kill}"), Added($"b{kill}")]);
            await table.DeleteEntityAsync("p", $"a{kill - 1}");
            await queue.SendMessageAsync($"message {kill}");
            await KillAsync();

            var names = new List<string>();
            await foreach (var blob in blobs.GetBlobsAsync())
                names.Add(blob.Name);
            names.ShouldBe([$"{kill}", "last"]);
            (await blobs.GetBlobClient("last").DownloadContentAsync())
                .Value.Content.ToString()
                .ShouldBe($"last {kill}");
            (await table.GetEntityAsync<TableEntity>("p", "last")).Value["Kill"].ShouldBe(kill);
            var rows = await table.QueryAsync<TableEntity>(row => row.PartitionKey == "p").ToListAsync();
            rows.Count.ShouldBe(1 + 1 + (kill + 1), "the last, the newest a, all b");
            var message = (await queue.ReceiveMessageAsync()).Value;
            message.Body.ToString().ShouldBe($"message {kill}");
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
    }

    [Fact]
    public async Task An_answer_that_was_never_given_leaves_half_a_line_which_does_no_harm()
    {
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
            await Kept.WriteAsync(azurite.ConnectionString);
        await File.AppendAllTextAsync(BlobFile, "{\"c\":\"$BLOBS_COLLECTION$\",\"d\":{\"acc");

        for (var starts = 0; starts < 2; starts++)
        {
            await using var again = await AzuriteProcess.StartAsync(_folder);
            await Kept.ShouldBeThereAsync(again.ConnectionString);
        }
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_its_line()
    {
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
            await Kept.WriteAsync(azurite.ConnectionString);
        var lines = await File.ReadAllLinesAsync(BlobFile);
        lines[2] = lines[2][..^1];
        await File.WriteAllLinesAsync(BlobFile, lines);

        var refused = await Should.ThrowAsync<AzuriteException>(() => AzuriteProcess.StartAsync(_folder));

        refused.Message.ShouldContain($"{BlobFile} is damaged in line 3");
    }

    [Fact]
    public async Task What_Azurite_wrote_by_itself_is_read()
    {
        await using (var stock = await StockAzurite.StartAsync(_folder))
            await Kept.WriteAsync(stock.ConnectionString);
        for (var starts = 0; starts < 2; starts++)
        {
            await using var ours = await AzuriteProcess.StartAsync(_folder);
            await Kept.ShouldBeThereAsync(ours.ConnectionString);
        }
    }

    [Fact]
    public async Task A_row_written_hundreds_of_times_takes_the_place_of_one()
    {
        await using var azurite = await AzuriteProcess.StartAsync(_folder);
        var (_, _, table) = await OpenAsync(azurite.ConnectionString);
        var long_ = new string('x', LongText);
        for (var time = 0; time < Times; time++)
            await table.UpsertEntityAsync(new TableEntity("p", "r") { ["Text"] = long_, ["Time"] = time });

        new FileInfo(Path.Combine(_folder, "__azurite_db_table__.json")).Length.ShouldBeLessThan(
            1000 * LongText * 2 / 3
        );
        await KillAsync();
        (await table.GetEntityAsync<TableEntity>("p", "r")).Value["Time"].ShouldBe(Times - 1);
    }

    private string BlobFile => Path.Combine(_folder, "__azurite_db_blob__.json");

    private static TableTransactionAction Added(string row) =>
        new(TableTransactionActionType.Add, new TableEntity("p", row));

    private static async Task<(BlobContainerClient Blobs, QueueClient Queue, TableClient Table)> OpenAsync(
        string storage
    )
    {
        var blobs = new BlobContainerClient(storage, "killed");
        var queue = new QueueClient(storage, "killed");
        var table = new TableClient(storage, "Killed");
        await blobs.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        return (blobs, queue, table);
    }

    /// <summary>Waits until the next one has taken its place.</summary>
    private async Task KillAsync()
    {
        var killed = await PidAsync();
        using var process = Process.GetProcessById(killed.ShouldNotBeNull());
        process.Kill();
        await process.WaitForExitAsync();
        await Eventually.TrueAsync(async () => await PidAsync() is { } pid && pid != killed);
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
