using CCHC.SelfHost.Indexing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CCHC.SelfHost;

/// <summary>What only this host knows.</summary>
public static class SelfHostExtensions
{
    /// <summary>The functions it runs, by name.</summary>
    public static IReadOnlyList<ListedFunction> Functions(this IHost host) =>
        [.. host.Services.GetRequiredService<FunctionIndex>().Functions.Select(ListedFunction.Of)];

    /// <summary>The addresses a started host really listens on: port 0 has become a number.</summary>
    public static IReadOnlyCollection<string> Addresses(this IHost host) =>
        [.. host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
