using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.SelfHost.Tests;

/// <summary>What the functions of a test noted.</summary>
public sealed class Notes : ConcurrentQueue<string>
{
    /// <summary>How many calls fail before they succeed.</summary>
    public int Failures { get; set; }

    public void Note(string text)
    {
        Enqueue(text);
        if (Count <= Failures)
            throw new InvalidOperationException("as told");
    }
}

/// <summary>A started host with a test's functions; <c>%Place%</c> is the test's own container, queue and host id.</summary>
internal sealed class Running(IHost host, Notes notes) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IHost Host => host;

    public Notes Notes => notes;

    public static async Task<Running> StartAsync(
        string storage,
        string place,
        Type functions,
        Action<SelfHostBuilder>? more = null
    )
    {
        var builder = SelfHostBuilder.For(functions).ListenOn("http://127.0.0.1:0");
        var notes = new Notes();
        builder.Configuration["AzureWebJobsStorage"] = storage;
        builder.Configuration["AzureWebJobsData"] = storage;
        builder.Configuration["Place"] = place;
        builder.Configuration["AzureFunctionsWebHost:hostid"] = place;
        builder.Configuration["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00";
        builder.Configuration["SelfHost:BlobPollInterval"] = "00:00:00.050";
        builder.Configuration["Logging:LogLevel:Default"] = "None";
        builder.Services.AddSingleton(notes);
        more?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, notes);
    }

    public async Task<string[]> NotesWhenIdleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await host.Services.GetRequiredService<HostActivity>().WaitUntilIdleAsync(patience.Token);
        return [.. notes];
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
