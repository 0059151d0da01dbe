using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A store that the real workflow filled, some of whose values are changed and looked at.</summary>
public sealed class ChangedStore(Stores stores) : IAsyncLifetime
{
    private readonly FilledStore filled = new(stores);
    private ServiceProvider? pipeline;

    public string Connection => filled.Connection;

    public Store Store => field ??= Store.Open(Connection);

    public async ValueTask InitializeAsync()
    {
        await filled.InitializeAsync();
        pipeline = Pipelines.On(Store);
        await LookAsync();
    }

    public string NewStore() => filled.NewStore();

    public T Get<T>()
        where T : notnull => pipeline!.GetRequiredService<T>();

    public TableClient Table(string name) => Store.Table(name);

    public async Task<TableEntity> RowAsync(string table, string partition, string key) =>
        (await Table(table).GetEntityAsync<TableEntity>(partition, key)).Value;

    /// <summary>Sets one cell to what may stand there as well; returns the row as it was.</summary>
    public async Task<TableEntity> ChangeAsync(string table, string partition, string key, string column)
    {
        var sound = await RowAsync(table, partition, key);
        var changed = new TableEntity(sound) { [column] = ChangedRow.Other(sound[column]) };
        await PutAsync(table, changed);
        return sound;
    }

    public Task PutAsync(string table, TableEntity row) => Table(table).UpsertEntityAsync(row, TableUpdateMode.Replace);

    /// <summary>What the night's look finds, and health names then.</summary>
    public async Task<IReadOnlyList<string>> LookAsync()
    {
        Get<Registers>().Forget();
        await Get<LookAtRows>().LookAsync(default);
        return await NamedAsync();
    }

    public async Task<IReadOnlyList<string>> NamedAsync()
    {
        Get<Registers>().Forget();
        var damages = await Get<HealthCheck>().DamagesAsync(default);
        return [.. damages.Select(damage => $"{damage.Place}: {damage.Words}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (pipeline is not null)
            await pipeline.DisposeAsync();
        await filled.DisposeAsync();
    }
}
