using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>A store of its own whose lists are damaged, lost and mended.</summary>
internal sealed class ListShop : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2022, 3, 7);
    private readonly Workshop workshop = new();

    public static async Task<ListShop> OpenAsync()
    {
        var shop = new ListShop();
        await shop.workshop.InitializeAsync();
        return shop;
    }

    public T Get<T>()
        where T : notnull => workshop.Get<T>();

    public TableClient Table(string name) => Get<Store>().Table(name);

    public Azure.Storage.Blobs.BlobClient Setting(string name) =>
        Get<Store>().Container(StoredNames.Settings).GetBlobClient(name);

    public Task PutAsync(string unit) => PutAsync(unit, Desk.Line(Day, 1, "Trực tuyến"));

    public Task PutAsync(string unit, string line) =>
        workshop.PutAsync(unit, Desk.File(Day), Desk.Csv(line), Day.ToDateTime(default, DateTimeKind.Utc).Ticks);

    public async Task<IReadOnlyList<Receipt>> SweepAsync()
    {
        Get<Registers>().Forget();
        return await Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
    }

    /// <summary>The outcome told of the unit's upload; null while it waits.</summary>
    public async Task<string?> OutcomeAsync(string unit)
    {
        var receipt = await Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, Desk.File(Day)), default);
        return receipt?.Receipt.Outcome.ToString();
    }

    public async Task<IReadOnlyList<string>> ExportRowsAsync()
    {
        var rows = new List<string>();
        await foreach (var row in Table(StoredNames.ExportsTable).QueryAsync<TableEntity>())
            rows.Add($"{row.PartitionKey} {row["Outcome"]}");
        return rows;
    }

    /// <summary>What a start of the program does.</summary>
    public async Task RestartAsync()
    {
        await Get<PrepareStore>().PrepareAsync("work", default);
        Get<Registers>().Forget();
    }

    public async Task<string> DamagesAsync()
    {
        Get<Registers>().Forget();
        var health = Get<HealthCheck>();
        var damages = await health.DamagesAsync(default);
        (await health.ColourAsync(default) is HealthColour.Red).ShouldBe(damages.Count > 0);
        return string.Join('\n', damages.Select(damage => $"{damage.Place}: {damage.Words}"));
    }

    public async Task SpoilAsync(string table, string partition, string row, string column, object? value)
    {
        TableEntity entity = await Table(table).GetEntityAsync<TableEntity>(partition, row);
        entity.Remove(column);
        if (value is not null)
            entity[column] = value;
        await Table(table).UpdateEntityAsync(entity, Azure.ETag.All, TableUpdateMode.Replace);
    }

    /// <summary>Makes it a store that was created on a day.</summary>
    public async Task BeginAsync(string day)
    {
        BlobProperties created = await Setting("created").GetPropertiesAsync();
        created.Metadata["day"] = day;
        await Setting("created").SetMetadataAsync(created.Metadata);
    }

    public Task LoseAsync(string table, string partition, string row) => Table(table).DeleteEntityAsync(partition, row);

    /// <summary>Imports the list that the program ships with.</summary>
    public Task ImportAsync(string table) =>
        table switch
        {
            StoredNames.UnitsTable => Get<RegisterStore>().ImportUnitsAsync(UnitCsv.Parse(Shipped.Units), default),
            StoredNames.TargetsTable => Get<RegisterStore>()
                .ImportTargetsAsync(Target.ParseCsv(Shipped.Targets), default),
            _ => Get<OfficeStore>().ImportAsync(OfficeCsv.Parse(Shipped.Offices), default),
        };

    public async Task EmptyAsync(string table)
    {
        await foreach (var row in Table(table).QueryAsync<TableEntity>())
            await Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();
}
