using CCHC.SelfHost.Azurite;

[assembly: AssemblyFixture(typeof(CCHC.SelfHost.Tests.Storage))]

namespace CCHC.SelfHost.Tests;

/// <summary>One Azurite in memory for all tests; each test has containers, queues and a host id of its own.</summary>
public sealed class Storage : IAsyncLifetime
{
    private AzuriteProcess? _azurite;

    public string Connection => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(location: null);

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
