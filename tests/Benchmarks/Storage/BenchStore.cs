using CCHC.Pipeline;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Benchmarks.Storage;

/// <summary>A store on Azurite in a folder of its own, with the pipeline over it and every request counted.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private const int UploadsPerPass = 200;
    private readonly TempFolder folder;
    private readonly AzuriteProcess azurite;
    private readonly Store store;
    private readonly ServiceProvider services;

    private BenchStore(TempFolder folder, AzuriteProcess azurite)
    {
        (this.folder, this.azurite) = (folder, azurite);
        var registered = new ServiceCollection();
        registered.AddLogging();
        registered.AddSingleton<TimeProvider>(Clock);
        store = Store.Open(azurite.ConnectionString, Requests);
        registered.AddSingleton(store);
        services = registered.AddPipeline(new ConfigurationBuilder().Build()).BuildServiceProvider();
    }

    public StandingClock Clock { get; } = new();

    public RequestCounter Requests { get; } = new();

    public ExportStore Exports => services.GetRequiredService<ExportStore>();

    public TakeInExports TakeIn => services.GetRequiredService<TakeInExports>();

    public SweepExports Sweep => services.GetRequiredService<SweepExports>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<BenchStore> StartAsync()
    {
        var started = await StartEmptyAsync();
        await started.services.GetRequiredService<PrepareStore>().PrepareAsync("work", CancellationToken.None);
        return started;
    }

    /// <summary>One that nothing has been put into.</summary>
    public static async Task<BenchStore> StartEmptyAsync()
    {
        var place = new TempFolder();
        return new(place, await AzuriteProcess.StartAsync(place.Path, Measured.Tell));
    }

    /// <summary>Puts a day's export into its place, as a commune does.</summary>
    public Task<Upload> PutAsync(string code, DateOnly day) =>
        Exports.PutAsync(code, DeskHistory.FileOn(day), DeskHistory.On(day), UploadedOn(day), CancellationToken.None);

    /// <summary>Takes in days that came before those under measurement, in passes of many uploads.</summary>
    public async Task IngestAsync(string code, IEnumerable<DateOnly> days)
    {
        foreach (var pass in days.Chunk(UploadsPerPass))
        {
            var waiting = new List<FetchedExport>();
            foreach (var day in pass)
                waiting.Add(new(await PutAsync(code, day), 0));
            Measured.Tell($"{code}: {pass.Length} days of history until {pass[^1]:yyyy-MM-dd}");
            CheckAll(await TakeIn.TakeInAsync(waiting, CancellationToken.None));
        }
    }

    /// <summary>What the blob trigger does for an export that lies in its place.</summary>
    public async Task TakeInAsync(string code, DateOnly day) =>
        CheckAll([(await TakeIn.TakeInAsync(Paths.Export(code, DeskHistory.FileOn(day)), CancellationToken.None))!]);

    /// <summary>Size of what every take-in of the unit reads and writes.</summary>
    public async Task<long> HotLedgerBytesAsync(string code)
    {
        var blob = store.Container(StoredNames.Ledger).GetBlobClient(Paths.HotLedger(code));
        return (await blob.GetPropertiesAsync()).Value.ContentLength;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A benchmark of refusals would measure nothing.</summary>
    public static void CheckAll(IEnumerable<Receipt> receipts)
    {
        foreach (var receipt in receipts)
        {
            if (receipt is not { Outcome: Outcome.Accepted, Accepted: DeskHistory.RowsPerDay })
                throw new InvalidOperationException($"{receipt.File} is {receipt.Outcome}: {receipt.Message}");
        }
    }

    private static long UploadedOn(DateOnly day) => VietnamTime.StartOf(day).AddHours(17).UtcTicks;
}
