using CCHC.SelfHost.Azurite;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The demo, run once as a person would, on a storage of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DemoStore : IAsyncLifetime, ICollectionFixture<DemoStore>
{
    public const string Name = "the demo's store";
    private readonly Folder folder = new();
    private AzuriteProcess? azurite;

    public string Connection => azurite!.ConnectionString;

    internal Cchc Run { get; private set; } = null!;

    public string Data => folder["data"];

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(location: null);
        Run = await AgainAsync();
    }

    internal Task<Cchc> AgainAsync() => Cchc.RunAsync("demo", "--no-serve", "--storage", Connection, "--data", Data);

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
