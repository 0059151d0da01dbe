using CCHC.EndToEnd.Tests.Mail;
using CCHC.Pipeline.Storage;

[assembly: AssemblyFixture(typeof(CCHC.Failure.Tests.Stores.FreshStores))]

namespace CCHC.Failure.Tests.Stores;

/// <summary>Empty stores for whoever asks, and the mail server that all of them send to.</summary>
public sealed class FreshStores : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private readonly List<AzuriteOfMany> azurites = [];
    private MailServer? server;

    internal MailServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync(new { mode = "none" });
        azurites.Add(await AzuriteOfMany.StartAsync());
    }

    /// <summary>A store's connection string; its containers, tables and queues are there and empty.</summary>
    public async Task<string> NewAsync()
    {
        var connection = await NextAsync();
        var store = Processes.Open(connection, Faults.Network.Calm);
        await Task.WhenAll([
            .. StoredNames.Containers.Select(name => store.Container(name).CreateAsync() as Task),
            .. StoredNames.Tables.Select(name => store.Table(name).CreateAsync() as Task),
            .. StoredNames.Queues.Select(name => store.Queue(name).CreateAsync() as Task),
        ]);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var azurite in azurites)
            await azurite.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        starting.Dispose();
    }

    private async Task<string> NextAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (azurites[^1].Next() is { } connection)
                return connection;
            // Trials that began before may still be in the last one, not in those before it.
            if (azurites.Count > 1)
            {
                await azurites[0].DisposeAsync();
                azurites.RemoveAt(0);
            }
            azurites.Add(await AzuriteOfMany.StartAsync());
            return azurites[^1].Next()!;
        }
        finally
        {
            starting.Release();
        }
    }
}
