using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.SelfHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>One store for a class of tests, which each use units or periods of their own, and a clock that they set.</summary>
public sealed class OutwardStore : IAsyncLifetime
{
    private readonly StandingClock clock = new();
    private AzuriteProcess? azurite;
    private ServiceProvider? services;

    public string Connection => azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(null);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Data"] = azurite.ConnectionString,
                    ["Web:AllowPrivateAddresses"] = "true",
                    ["Web:PausePerHost"] = "00:00:00",
                    ["Web:MostRetries"] = "0",
                    ["Pull:Secrets:khoa_mot_cua"] = "bi-mat",
                }
            )
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddPipeline(configuration)
            .BuildServiceProvider();
        await Get<PrepareStore>().PrepareAsync("work", default);
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>18:00 in Vietnam.</summary>
    public void SetDay(DateOnly day) => clock.Now = VietnamTime.StartOf(day).AddHours(18);

    public async Task<IReadOnlyList<PullResult>> PullAsync(string sources)
    {
        await Get<StaffSetting<PullSources>>().WriteAsync(sources, default);
        return await Get<PullExports>().PullAsync(default);
    }

    /// <summary>Name and ETag of a unit's uploads.</summary>
    public async Task<IReadOnlyList<string>> UploadsAsync(string unit)
    {
        var names = new List<string>();
        var options = new GetBlobsOptions { Prefix = unit + "/" };
        await foreach (var blob in Get<Store>().Container(StoredNames.Exports).GetBlobsAsync(options))
            names.Add($"{blob.Name[6..]} {blob.Properties.ETag}");
        return names;
    }

    /// <summary>A line as a checklist brings it.</summary>
    public async Task WriteLineAsync(string period, string unit, string address)
    {
        var line = new TableEntity(period, Keys.ChecklistRow(unit, "budget-published"))
        {
            ["Unit"] = unit,
            ["Criterion"] = "budget-published",
            ["Day"] = "",
            ["Address"] = address,
            ["Evidence"] = "",
            ["File"] = "phieu.xlsx",
            ["Line"] = 5,
            ["UploadedAt"] = 1L,
        };
        await Get<Store>().Table(StoredNames.ChecklistsTable).UpsertEntityAsync(line, TableUpdateMode.Replace);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>Stands still, while timers run on.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2022, 3, 7, 11, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
