using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A store of its own, units made on demand, and pipelines whose requests can be made to fail.</summary>
public sealed class Workshop : IAsyncLifetime
{
    private readonly List<Unit> units = [];
    private AzuriteProcess? azurite;
    private ServiceProvider? calm;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(null);
        calm = Pipeline(Store.Open(azurite.ConnectionString));
        await calm.GetRequiredService<PrepareStore>().PrepareAsync("work", default);
    }

    public string Connection => azurite!.ConnectionString;

    public T Get<T>()
        where T : notnull => calm!.GetRequiredService<T>();

    public async Task<string> NewUnitAsync()
    {
        var code = (40000 + units.Count).ToString(CultureInfo.InvariantCulture);
        UnitCode.TryParse(code, out var unit).ShouldBeTrue();
        units.Add(new Unit(unit, $"Xã thử {units.Count}", "commune", "870", null, null, []));
        await ImportAsync(units[^1]);
        return code;
    }

    /// <summary>The same unit with another validity: its uploads are then read otherwise.</summary>
    public Task ImportAsync(string code, DateOnly? goneFrom) =>
        ImportAsync(units.Single(unit => unit.Code.Text == code) with { ValidTo = goneFrom?.AddDays(-1) });

    private async Task ImportAsync(Unit unit)
    {
        await calm!.GetRequiredService<RegisterStore>().ImportUnitsAsync([unit], default);
        calm!.GetRequiredService<Registers>().Forget();
    }

    public Task PutAsync(string unit, string file, byte[] content, long uploadedAt) =>
        calm!.GetRequiredService<ExportStore>().PutAsync(unit, file, content, uploadedAt, default);

    /// <summary>Takes in the first exports of a unit, one by one.</summary>
    public async Task TakeInAsync(string unit, int count)
    {
        var exports = await calm!.GetRequiredService<ExportStore>().ListAsync(unit + "/", default);
        foreach (var export in exports.Take(count))
            await calm!.GetRequiredService<TakeInExports>().TakeInAsync(export.Name, default);
    }

    /// <summary>Takes in one export in a process that dies after so many requests; false: it lived to the end.</summary>
    public Task<bool> DieAsync(string unit, string file, int survives) =>
        DieAsync(survives, doomed => doomed.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{file}", default));

    /// <summary>Does something in a process that dies after so many requests; false: it lived to the end.</summary>
    public async Task<bool> DieAsync(int survives, Func<IServiceProvider, Task> work)
    {
        using var handler = new DyingHandler(survives);
        await using var doomed = Pipeline(handler);
        try
        {
            await work(doomed);
            return false;
        }
        catch (Exception dead) when (dead is DyingHandler.DeadException or AggregateException or PartlyDoneException)
        {
            return true;
        }
    }

    /// <summary>Takes in one export while answers get lost and the storage is busy.</summary>
    public Task TakeInShakenAsync(string unit, string file, int seed) =>
        ShakeAsync(seed, shaken => shaken.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{file}", default));

    /// <summary>Does something on such a storage; given up after four tries of one request, it is begun again, as a delivery is.</summary>
    public async Task ShakeAsync(int seed, Func<IServiceProvider, Task> work)
    {
        using var handler = new ShakingHandler(seed);
        await using var shaken = Pipeline(handler);
        for (var begun = 1; ; begun++)
        {
            try
            {
                await work(shaken);
                return;
            }
            catch (Exception lost) when (lost is AggregateException or IOException or Azure.RequestFailedException)
            {
                begun.ShouldBeLessThan(20, lost.Message);
            }
        }
    }

    /// <summary>What the sweep does, two hours from now, with work that was broken off.</summary>
    public async Task FinishLaterAsync()
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(2));
        await using var pipeline = Pipeline(Store.Open(azurite!.ConnectionString), later);
        await pipeline.GetRequiredService<FinishInterrupted>().FinishAsync(default);
    }

    public Task<IReadOnlyList<string>> VerifyAsync() => calm!.GetRequiredService<VerifyRebuild>().VerifyAsync(default);

    public Task<string> ReceiptAsync(string unit, string file) =>
        TextAsync(StoredNames.Receipts, Paths.Receipt(unit, file));

    public async Task<string> TextAsync(string container, string name)
    {
        var blob = calm!.GetRequiredService<Store>().Container(container).GetBlobClient(name);
        return (await blob.DownloadContentAsync()).Value.Content.ToString();
    }

    /// <summary>Name and ETag of a unit's blobs in a container.</summary>
    public async Task<IReadOnlyList<string>> BlobsAsync(string container, string unit)
    {
        var blobs = new List<string>();
        var options = new GetBlobsOptions { Prefix = unit + "/" };
        await foreach (var blob in calm!.GetRequiredService<Store>().Container(container).GetBlobsAsync(options))
            blobs.Add($"{blob.Name} {blob.Properties.ETag}");
        return blobs;
    }

    public async Task DeleteAsync(string container, string name) =>
        await calm!.GetRequiredService<Store>().Container(container).DeleteBlobAsync(name);

    /// <summary>Everything the tables hold of a unit but times of processing, the unit's code left out.</summary>
    public Task<IReadOnlyList<string>> SnapshotAsync(string unit) =>
        SnapshotAsync(unit, StoredNames.KpiTable, StoredNames.KpiDailyTable, StoredNames.ExportsTable);

    public Task<IReadOnlyList<string>> FiguresAsync(string unit) =>
        SnapshotAsync(unit, StoredNames.KpiTable, StoredNames.KpiDailyTable);

    private async Task<IReadOnlyList<string>> SnapshotAsync(string unit, params string[] tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var entity in calm!.GetRequiredService<Store>().Table(table).QueryAsync<TableEntity>())
            {
                var ofUnit = new Regex($@"\b{unit}\b");
                if (!ofUnit.IsMatch($"{entity.PartitionKey}/{entity.RowKey}"))
                    continue;
                var cells = entity
                    .Where(c => c.Key is not ("odata.etag" or "Timestamp" or "TakenInAt" or "WithdrawnAt" or "ETag"))
                    .OrderBy(c => c.Key, StringComparer.Ordinal);
                var text = cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}"));
                rows.Add($"{table} {ofUnit.Replace(string.Join(' ', text), "UNIT")}");
            }
        }
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (calm is not null)
            await calm.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>A pipeline whose requests are counted, its registers already read.</summary>
    public ServiceProvider Counted(RequestCounter counter) => Pipeline(Store.Open(azurite!.ConnectionString, counter));

    public async Task TakeInOnePassAsync(IServiceProvider pipeline, string unit, IEnumerable<string> files)
    {
        var waiting = new List<FetchedExport>();
        foreach (var file in files)
            waiting.Add((await pipeline.GetRequiredService<ExportStore>().FetchAsync(unit, file, default))!);
        await pipeline.GetRequiredService<TakeInExports>().TakeInAsync(waiting, default);
    }

    /// <summary>A pipeline whose clock stands, with settings of its own.</summary>
    public ServiceProvider At(DateTimeOffset now, params (string Key, string Value)[] settings) =>
        Pipeline(Store.Open(azurite!.ConnectionString), new FakeTimeProvider(now), settings);

    /// <summary>A pipeline of its own on the same store, as another process would be.</summary>
    public ServiceProvider Calm() => Pipeline(Store.Open(azurite!.ConnectionString));

    /// <summary>A pipeline whose requests go through a handler.</summary>
    public ServiceProvider Through(HttpMessageHandler handler) => Pipeline(handler);

    /// <summary>A pipeline whose requests go through a handler, at some time.</summary>
    internal ServiceProvider Pipeline(HttpMessageHandler handler, TimeProvider? time = null) =>
        Pipeline(
            Store.Open(
                azurite!.ConnectionString,
                transport: new HttpClientTransport(new HttpClient(handler, disposeHandler: false))
            ),
            time
        );

    private static ServiceProvider Pipeline(
        Store store,
        TimeProvider? time = null,
        params (string Key, string Value)[] settings
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, string? (s) => s.Value))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(store)
            .AddPipeline(configuration)
            .BuildServiceProvider();
    }
}
