using CCHC.SelfHost.Azurite;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>The demo, run as a person would, on a storage of its own: the first quarter, then on to the second.</summary>
[CollectionDefinition(Name)]
public sealed class DemoStore : IAsyncLifetime, ICollectionFixture<DemoStore>
{
    public const string Name = "the demo's store";
    private readonly Folder folder = new();
    private AzuriteProcess? azurite;

    public string Connection => azurite!.ConnectionString;

    internal Cchc Run { get; private set; } = null!;

    /// <summary>What the run to the second quarter said.</summary>
    internal Cchc Continued { get; private set; } = null!;

    public string Data => folder["data"];

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(location: null);
        Run = await AgainAsync();
        Continued = await AgainAsync("--until", "2022-Q2");
    }

    internal Task<Cchc> AgainAsync(params string[] more) =>
        Cchc.RunAsync(["demo", "--no-serve", "--storage", Connection, "--data", Data, .. more]);

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
