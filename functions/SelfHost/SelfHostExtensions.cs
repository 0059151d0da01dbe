using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.SelfHost;

/// <summary>What only this host can do; the command line and tests use it, the app itself must not.</summary>
public static class SelfHostExtensions
{
    /// <summary>Takes the functions from this assembly instead of the entry assembly.</summary>
    public static FunctionsApplicationBuilder UseFunctionsFrom(
        this FunctionsApplicationBuilder builder,
        Assembly functions
    )
    {
        builder.Plan.Classes = functions.GetTypes();
        return builder;
    }

    /// <summary>Takes the functions from these classes only.</summary>
    public static FunctionsApplicationBuilder UseFunctionsFrom(
        this FunctionsApplicationBuilder builder,
        params Type[] classes
    )
    {
        builder.Plan.Classes = classes;
        return builder;
    }

    /// <summary>Addresses to listen on; else those of the setting <c>urls</c>, else http://127.0.0.1:7071.</summary>
    public static FunctionsApplicationBuilder ListenOn(this FunctionsApplicationBuilder builder, params string[] urls)
    {
        builder.Plan.Urls = urls;
        return builder;
    }

    /// <summary>Opens no port; HTTP functions are left out, everything else runs.</summary>
    public static FunctionsApplicationBuilder WithoutHttp(this FunctionsApplicationBuilder builder)
    {
        builder.Plan.IsHttpLeftOff = true;
        return builder;
    }

    /// <summary>The addresses a started host really listens on: port 0 has become a number.</summary>
    public static IReadOnlyCollection<string> Addresses(this IHost host) =>
        [.. host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
