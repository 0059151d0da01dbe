using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.Demo;

/// <summary>Serves the communes' invented websites on this machine while the demo looks at them.</summary>
/// <remarks>
/// Addresses are frozen into letters, so the port is the same in every run; only where another program holds it is a
/// free one taken. Host names would not help: the port stands beside them, and not every machine resolves them.
/// </remarks>
public sealed class DemoWebsites : IAsyncDisposable
{
    public const int UsualPort = 8389;
    private readonly WebApplication app;

    private DemoWebsites(WebApplication app, int port) => (this.app, Port) = (app, port);

    public int Port { get; }

    public static async Task<DemoWebsites> StartAsync(CancellationToken cancellation)
    {
        try
        {
            return await StartAsync(UsualPort, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return await StartAsync(FreePort(), cancellation);
        }
    }

    /// <summary>The address of a unit's page.</summary>
    public string AddressOf(string unit, DemoPage page) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"http://127.0.0.1:{Port}/{unit}/{DemoSite.FileOf(page)}"
        );

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<DemoWebsites> StartAsync(int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var site = builder.Build();
        site.Run(context => AnswerAsync(context, site.Lifetime.ApplicationStopping));
        try
        {
            await site.StartAsync(cancellation);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
        return new(site, port);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var page = DemoSite.PageOf(Path.GetFileName(context.Request.Path.Value ?? ""));
        switch (page)
        {
            case DemoPage.Published or DemoPage.Wordless:
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(DemoSite.Html(page.Value), stopping);
                break;
            case DemoPage.Scan:
                context.Response.ContentType = "application/pdf";
                await context.Response.Body.WriteAsync(DemoSite.Pdf, stopping);
                break;
            case DemoPage.Silent:
                await NeverAsync(context.RequestAborted, stopping);
                break;
            case DemoPage.Gone or null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task NeverAsync(CancellationToken gone, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
        try
        {
            await Task.Delay(Timeout.Infinite, either.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }
}
