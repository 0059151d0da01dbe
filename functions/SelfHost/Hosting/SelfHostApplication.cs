using CCHC.SelfHost.Http;
using CCHC.SelfHost.Indexing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CCHC.SelfHost.Hosting;

/// <summary>Turns a builder and a plan into a host that runs functions.</summary>
internal static class SelfHostApplication
{
    /// <summary>
    /// The same for every program that runs the app: they share what was delivered and when. It is the name of the app's
    /// assembly, by which the first stores know it.
    /// </summary>
    private const string HostId = "cchc-functions";

    private const string DefaultUrl = "http://127.0.0.1:7071";

    /// <summary>The official host's limit (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT), 100 MB.</summary>
    private const long MaxRequestBody = 104_857_600;

    public static IHost Build(WebApplicationBuilder builder, HostPlan plan)
    {
        HostJson.AddTo(builder.Configuration, builder.Environment.ContentRootPath);
        var settings = ReadSettings(builder);
        var index = FunctionIndex.Read(plan.Classes, new Settings(builder.Configuration));
        if (plan.HasHttp)
            Listen(builder, plan);
        else
            builder.Services.AddSingleton<IServer, NoServer>();
        AddServices(builder.Services, settings, index);
        var app = builder.Build();
        if (plan.HasHttp)
            ActivatorUtilities.CreateInstance<HttpFunctions>(app.Services).Map(app, index, settings.RoutePrefix);
        return app;
    }

    private static HostSettings ReadSettings(WebApplicationBuilder builder)
    {
        try
        {
            return HostSettings.From(builder.Configuration, HostId);
        }
        catch (SetupException problem)
        {
            throw new InvalidOperationException($"The host cannot start: {problem.Message}", problem);
        }
    }

    private static void Listen(WebApplicationBuilder builder, HostPlan plan)
    {
        builder.WebHost.UseUrls(plan.Urls ?? (builder.Configuration["urls"] ?? DefaultUrl).Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBody);
    }

    private static void AddServices(IServiceCollection services, HostSettings settings, FunctionIndex index)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(index);
        services.AddSingleton<Settings>();
        services.AddSingleton<StorageClients>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<HostActivity>();
        services.AddSingleton(_ => new ListenerWatch(settings));
        services.AddSingleton(provider => new TimerRunner(
            provider.GetRequiredService<FunctionIndex>(),
            provider.GetRequiredService<FunctionInvoker>()
        ));
        services.AddSingleton<Listeners>();
        services.AddHostedService<FunctionsHostService>();
    }
}
