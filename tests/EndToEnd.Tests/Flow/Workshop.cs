using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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

    public T Get<T>()
        where T : notnull => calm!.GetRequiredService<T>();

    public async Task<string> NewUnitAsync()
    {
        var code = (40000 + units.Count).ToString(CultureInfo.InvariantCulture);
        UnitCode.TryParse(code, out var unit).ShouldBeTrue();
        units.Add(new Unit(unit, $"Xã thử {units.Count}", "commune", "870", null, null, []));
        await calm!.GetRequiredService<RegisterStore>().ImportUnitsAsync([units[^1]], default);
        calm!.GetRequiredService<Registers>().Forget();
        return code;
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
    public async Task<bool> DieAsync(string unit, string file, int survives)
    {
        using var handler = new DyingHandler(survives);
        await using var doomed = Pipeline(handler);
        try
        {
            await doomed.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{file}", default);
            return false;
        }
        catch (Exception dead) when (dead is DyingHandler.DeadException or AggregateException)
        {
            return true;
        }
    }

    /// <summary>Takes in one export while answers get lost and the storage is busy.</summary>
    public async Task TakeInShakenAsync(string unit, string file, int seed)
    {
        using var handler = new ShakingHandler(seed);
        await using var shaken = Pipeline(handler);
        await shaken.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{file}", default);
    }

    public Task<IReadOnlyList<string>> VerifyAsync() => calm!.GetRequiredService<VerifyRebuild>().VerifyAsync(default);

    public async Task<string> ReceiptAsync(string unit, string file)
    {
        var blob = calm!
            .GetRequiredService<Store>()
            .Container(StoredNames.Receipts)
            .GetBlobClient(Paths.Receipt(unit, file));
        return (await blob.DownloadContentAsync()).Value.Content.ToString();
    }

    /// <summary>Everything the tables hold of a unit but times of processing, the unit's code left out.</summary>
    public async Task<IReadOnlyList<string>> SnapshotAsync(string unit)
    {
        var rows = new List<string>();
        foreach (var table in (string[])[StoredNames.KpiTable, StoredNames.KpiDailyTable, StoredNames.ExportsTable])
        {
            await foreach (var entity in calm!.GetRequiredService<Store>().Table(table).QueryAsync<TableEntity>())
            {
                var ofUnit = new Regex($@"\b{unit}\b");
                if (!ofUnit.IsMatch($"{entity.PartitionKey}/{entity.RowKey}"))
                    continue;
                var cells = entity
                    .Where(c => c.Key is not ("odata.etag" or "Timestamp" or "TakenInAt" or "ETag"))
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

    public async Task TakeInOnePassAsync(ServiceProvider pipeline, string unit, IEnumerable<string> files)
    {
        var waiting = new List<FetchedExport>();
        foreach (var file in files)
            waiting.Add((await pipeline.GetRequiredService<ExportStore>().FetchAsync(unit, file, default))!);
        await pipeline.GetRequiredService<TakeInExports>().TakeInAsync(waiting, default);
    }

    private ServiceProvider Pipeline(HttpMessageHandler handler) =>
        Pipeline(
            Store.Open(
                azurite!.ConnectionString,
                transport: new HttpClientTransport(new HttpClient(handler, disposeHandler: false))
            )
        );

    private ServiceProvider Pipeline(Store store)
    {
        var configuration = new ConfigurationBuilder().Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(store)
            .AddPipeline(configuration)
            .BuildServiceProvider();
    }
}
