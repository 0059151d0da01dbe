using CCHC.Cli.Printing;
using CCHC.Pipeline;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost.Azurite;
using CCHC.SelfHost.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Cli.Opening;

/// <summary>A store ready for work, with the whole pipeline on it; closed in the order in which things hang together.</summary>
internal sealed class OpenedStore : IAsyncDisposable
{
    private readonly StorageAddress _address;
    private readonly ServiceProvider _services;
    private readonly AzuriteProcess? _azurite;

    private OpenedStore(StorePlace place, StorageAddress address, ServiceProvider services, AzuriteProcess? azurite) =>
        (Place, _address, _services, _azurite) = (place, address, services, azurite);

    public StorePlace Place { get; }

    /// <summary>For hosts of our own, which know connection strings only.</summary>
    public string Connection =>
        _address.Connection
        ?? throw new UsageException(
            "Lệnh này chạy các hàm ngay trên máy và cần chuỗi kết nối; kho trên Azure đã có ứng dụng riêng phục vụ."
        );

    /// <summary>Opens a store.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="purpose">What for, if it is new: "work" or "demo"; null = it is left as it is, even if it is none yet.</param>
    /// <param name="time">The time that it is.</param>
    /// <param name="screen">Hears what is going on.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<OpenedStore> OpenAsync(
        StorePlace place,
        string? purpose,
        TimeProvider time,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var given = place.Storage is { } storage ? StorageAddress.Parse(storage) : null;
        var azurite = given is null
            ? await AzuriteProcess.StartAsync(place.AzuriteFolder, screen.Tell, cancellation)
            : null;
        var address = given ?? new(azurite!.ConnectionString, null);
        OpenedStore? opened = null;
        try
        {
            opened = new(place, address, Services(address, place, time, screen), azurite);
            opened.RefuseNonsense();
            if (purpose is not null)
                await opened.PrepareAsync(purpose, cancellation);
            return opened;
        }
        catch
        {
            await (opened?.DisposeAsync() ?? azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Fails when our own storage has ended and could not be started again.</summary>
    public Task Lost => _azurite?.Lost ?? Task.Delay(Timeout.Infinite, CancellationToken.None);

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

    /// <summary>Wrong settings are told before anything is done by half.</summary>
    private Task PrepareAsync(string purpose, CancellationToken cancellation)
    {
        Get<IStartupValidator>().Validate();
        return Get<PrepareStore>().PrepareAsync(purpose, cancellation);
    }

    private void RefuseNonsense()
    {
        try
        {
            _ = Get<Store>();
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new UsageException($"--storage không phải là một chuỗi kết nối: {wrong.Message.Split('\n')[0]}");
        }
    }

    private static ServiceProvider Services(StorageAddress address, StorePlace place, TimeProvider time, Screen screen)
    {
        var configuration = new ConfigurationBuilder().AddSurroundings().Build();
        var services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(_ => address.Open())
            .AddLogging(log => ScreenLog.AddTo(log, screen, place.IsVerbose))
            .AddPipeline(configuration)
            .AddTelemetry(configuration)
            .BuildServiceProvider(validateScopes: true);
        services.StartTelemetry(configuration);
        return services;
    }
}
