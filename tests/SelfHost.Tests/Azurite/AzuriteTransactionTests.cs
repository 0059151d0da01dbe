using Azure.Data.Tables;
using CCHC.SelfHost.Azurite;

namespace CCHC.SelfHost.Tests.Azurite;

/// <summary>A table transaction is whole or nothing, also of an Azurite that was killed while it wrote one (ADR 0017).</summary>
public sealed class AzuriteTransactionTests : IAsyncDisposable
{
    private const int RowsOfOne = 100;
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite").FullName;

    public ValueTask DisposeAsync() => LeftFolder.DeleteAsync(_folder);

    private string TableFile => Path.Combine(_folder, "__azurite_db_table__.json");

    [Fact]
    public async Task What_a_kill_cut_off_amid_its_lines_has_not_happened()
    {
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
        {
            var table = await OpenAsync(azurite.ConnectionString);
            await table.SubmitTransactionAsync(Rows(1));
            // Replaces half of the rows, removes one, adds one: a hundred lines, the last of which ends it.
            await table.SubmitTransactionAsync([
                .. Rows(2).Take(RowsOfOne / 2),
                new(TableTransactionActionType.Delete, new TableEntity("p", "r99"), Azure.ETag.All),
                new(TableTransactionActionType.Add, new TableEntity("p", "new") { ["Value"] = 2 }),
            ]);
        }
        var lines = await File.ReadAllLinesAsync(TableFile);
        var written = RowsOfOne / 2 + 2;
        foreach (var left in (int[])[written + 1, written, written - 1, written / 2, 1])
        {
            await File.WriteAllLinesAsync(TableFile, lines[..^(written + 1 - left)]);
            await using var azurite = await AzuriteProcess.StartAsync(_folder);
            var rows = await new TableClient(azurite.ConnectionString, "Killed")
                .QueryAsync<TableEntity>()
                .ToListAsync();

            rows.Count.ShouldBe(RowsOfOne);
            rows.Count(row => row.GetInt32("Value") == 2)
                .ShouldBe(left > written ? RowsOfOne / 2 + 1 : 0, $"{left} lines left");
            rows.Count(row => row.RowKey == "r99").ShouldBe(left > written ? 0 : 1);
        }
    }

    [Fact]
    public async Task One_that_was_refused_leaves_nothing_for_the_next_start_either()
    {
        await using (var azurite = await AzuriteProcess.StartAsync(_folder))
        {
            var table = await OpenAsync(azurite.ConnectionString);
            await table.SubmitTransactionAsync(Rows(1));
            var refused = Rows(2)
                .Take(RowsOfOne - 1)
                .Append(new(TableTransactionActionType.Add, new TableEntity("p", "r99")));
            await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(refused));
        }
        await using var again = await AzuriteProcess.StartAsync(_folder);
        var rows = await new TableClient(again.ConnectionString, "Killed").QueryAsync<TableEntity>().ToListAsync();

        rows.Count.ShouldBe(RowsOfOne);
        rows.ShouldAllBe(row => row.GetInt32("Value") == 1);
    }

    private static IEnumerable<TableTransactionAction> Rows(int value) =>
        Enumerable
            .Range(0, RowsOfOne)
            .Select(row => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity("p", $"r{row}") { ["Value"] = value }
            ));

    private static async Task<TableClient> OpenAsync(string storage)
    {
        var table = new TableClient(storage, "Killed");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
