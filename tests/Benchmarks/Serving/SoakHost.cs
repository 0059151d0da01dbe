using System.Diagnostics;
using CCHC.Benchmarks.Storage;
using CCHC.Pipeline;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost;
using CCHC.SelfHost.Azurite;
using CCHC.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.Benchmarks.Serving;

/// <summary>The whole function app in this process on Azurite on disk, its clock moved by hand, its timers run by hand.</summary>
internal sealed class SoakHost : IAsyncDisposable
{
    /// <summary>Never in a year: each is run when its day has come.</summary>
    private const string Never = "0 0 0 29 2 *";
    private static readonly string[] Timers =
    [
        "SweepExports",
        "DeleteOldExports",
        "RemindLateUnits",
        "ReviewClosedPeriod",
    ];
    private const double Mega = 1024 * 1024;
    private static readonly string[] OtherTimers = ["PullExports", "CheckBudgetPages"];
    private readonly TempFolder folder;
    private readonly AzuriteProcess azurite;
    private readonly IHost host;

    private SoakHost(TempFolder folder, AzuriteProcess azurite)
    {
        (this.folder, this.azurite) = (folder, azurite);
        var builder = SelfHostBuilder.For(typeof(TakeInFunctions).Assembly).WithoutHttp();
        builder.Configuration.AddInMemoryCollection([
            .. Timers.Concat(OtherTimers).Select(timer => new KeyValuePair<string, string?>($"{timer}Schedule", Never)),
            new("Data", azurite.ConnectionString),
            new("AzureWebJobsStorage", azurite.ConnectionString),
            new("SelfHost:BlobPollInterval", "00:00:00.1"),
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Store.Open(azurite.ConnectionString, Requests));
        builder.Services.AddPipeline(builder.Configuration);
        host = builder.Build();
    }

    public StandingClock Clock { get; } = new();

    public RequestCounter Requests { get; } = new();

    public Store Store => host.Services.GetRequiredService<Store>();

    public static async Task<SoakHost> StartAsync(DateOnly today)
    {
        var place = new TempFolder();
        var soak = new SoakHost(place, await AzuriteProcess.StartAsync(place.Path, Measured.Tell));
        soak.Clock.Today = today;
        await soak.host.Services.GetRequiredService<PrepareStore>().PrepareAsync("work", default);
        await soak.host.StartAsync();
        return soak;
    }

    /// <summary>One working day: each desk puts its export, the host takes them in, then the day's timers run.</summary>
    public async Task LiveAsync(DateOnly day, IEnumerable<string> desks)
    {
        Clock.Today = day;
        var exports = host.Services.GetRequiredService<ExportStore>();
        var at = VietnamTime.StartOf(day).AddHours(17).UtcTicks;
        foreach (var desk in desks)
            await exports.PutAsync(desk, DeskHistory.FileOn(day), DeskHistory.On(day), at, default);
        await RestAsync();
        foreach (var timer in Timers)
            await host.Services.GetRequiredService<TimerRunner>().RunNowAsync(timer);
        await RestAsync();
    }

    /// <summary>All that Azurite keeps of it; each row and each blob's entry lies in its memory as well.</summary>
    public double DiskMegabytes =>
        Measured.Rounded(
            new DirectoryInfo(folder.Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
                / Mega
        );

    /// <summary>What the rebuild finds to be different from the journal.</summary>
    public Task<IReadOnlyList<string>> DifferencesAsync() =>
        host.Services.GetRequiredService<VerifyRebuild>().VerifyAsync(default);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    private Task RestAsync() => host.Services.GetRequiredService<HostActivity>().WaitUntilIdleAsync();
}

/// <summary>What the process holds when nothing runs.</summary>
internal sealed record Held(double Megabytes, int Handles, int Threads)
{
    private const double Mega = 1024 * 1024;

    public static Held Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var self = Process.GetCurrentProcess();
        return new(Measured.Rounded(GC.GetTotalMemory(true) / Mega), self.HandleCount, self.Threads.Count);
    }
}
