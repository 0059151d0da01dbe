using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Tests.Stored;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Stored;

/// <summary>A store that holds what one of November 2026 held, its ledgers too.</summary>
public sealed class GoldenCopy(Stores stores) : IAsyncLifetime
{
    private ServiceProvider? pipeline;

    public string Connection { get; } = stores.New();

    public Store Store { get; private set; } = null!;

    /// <summary>What restoring it said.</summary>
    public string Restored { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Restored = (await Cchc.DoneAsync("restore", GoldenStore.Backup, "--storage", Connection)).Output;
        Store = Store.Open(Connection);
        pipeline = Pipelines.On(Store);
        foreach (var name in (string[])[Paths.HotLedger(GoldenStore.Unit), .. GoldenStore.Segments(GoldenStore.Unit)])
            await Blob(StoredNames.Ledger, name)
                .UploadAsync(BinaryData.FromBytes(GoldenStore.Ledger(name)), overwrite: true);
    }

    public T Get<T>()
        where T : notnull => pipeline!.GetRequiredService<T>();

    public BlobClient Blob(string container, string name) => Store.Container(container).GetBlobClient(name);

    public TableClient Table(string name) => Store.Table(name);

    internal Task<Cchc> RunAsync(params string[] args) => Cchc.DoneAsync([.. args, "--storage", Connection]);

    public async ValueTask DisposeAsync()
    {
        if (pipeline is not null)
            await pipeline.DisposeAsync();
    }
}
