using CCHC.Cli.Opening;
using CCHC.Cli.Printing;
using CCHC.Cli.Serving.Live;
using CCHC.SelfHost;
using Microsoft.Extensions.Hosting;

namespace CCHC.Cli.Serving;

/// <summary>Runs the whole function app until somebody stops it.</summary>
internal static class ServeUntilStopped
{
    public static async Task RunAsync(
        OpenedStore store,
        TimeProvider time,
        Screen screen,
        string[]? urls,
        CancellationToken cancellation
    )
    {
        using var figures = new LiveFigures(time);
        using var host = FunctionHost.Whole(store, time, screen, urls);
        await host.StartAsync(cancellation);
        foreach (var address in host.Addresses())
            screen.Tell($"Đang phục vụ tại {address} (kiểm tra: {address}/api/health).");
        screen.Tell("Nhấn Ctrl+C để dừng.");
        using var stopped = new CancellationTokenSource();
        var view = new LiveView(figures, screen).ShowAsync(stopped.Token);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var shutdown = host.WaitForShutdownAsync(end.Token);
        // Without storage nothing can be served: stop, and let the error be the last word.
        var isLost = await Task.WhenAny(shutdown, store.Lost) != shutdown;
        await end.CancelAsync();
        await shutdown;
        await stopped.CancelAsync();
        await view;
        if (isLost)
            await store.Lost;
        screen.Tell("Đã dừng.");
    }
}
