using CCHC.Cli.Printing;
using CCHC.Functions.Telemetry;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Cli.Opening;

/// <summary>A store ready for work, with the whole pipeline on it; closed in the order in which things hang together.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AzuriteProcess? _azurite;

    private OpenedStore(StorePlace place, string connection, ServiceProvider services, AzuriteProcess? azurite) =>
        (Place, Connection, _services, _azurite) = (place, connection, services, azurite);

    public StorePlace Place { get; }

    public string Connection { get; }

    public static async Task<OpenedStore> OpenAsync(
        StorePlace place,
        string purpose,
        TimeProvider time,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var azurite = place.Storage is null
            ? await AzuriteProcess.StartAsync(place.AzuriteFolder, screen.Tell, cancellation)
            : null;
        var connection = place.Storage ?? azurite!.ConnectionString;
        var opened = new OpenedStore(place, connection, Services(connection, place, time, screen), azurite);
        try
        {
            await opened.PrepareAsync(purpose, cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What the store was made for: "work" or "demo".</summary>
    public Task<string> PurposeAsync(CancellationToken cancellation) => Get<StoreBirth>().PurposeAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    private async Task PrepareAsync(string purpose, CancellationToken cancellation)
    {
        try
        {
            _ = Get<Store>();
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UsageException($"--storage không phải là một chuỗi kết nối: {wrong.Message.Split('\n')[0]}");
        }
        await Get<PrepareStore>().PrepareAsync(purpose, cancellation);
    }

    private static ServiceProvider Services(string connection, StorePlace place, TimeProvider time, Screen screen)
    {
        var configuration = new ConfigurationBuilder()
            .AddSurroundings()
            .AddInMemoryCollection([new("Data", connection)])
            .Build();
        var services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(log => ScreenLog.AddTo(log, screen, place.IsVerbose))
            .AddPipeline(configuration)
            .AddTelemetry(configuration)
            .BuildServiceProvider(validateScopes: true);
        services.StartTelemetry(configuration);
        return services;
    }
}
