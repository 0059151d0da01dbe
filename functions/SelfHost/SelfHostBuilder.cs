using System.Reflection;
using CCHC.SelfHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CCHC.SelfHost;

/// <summary>
/// An ordinary host builder whose host runs functions, found by the official worker's attributes; HTTP functions take an
/// ASP.NET Core request and return IResult or IActionResult, as with the worker's ASP.NET Core integration.
/// </summary>
public sealed class SelfHostBuilder
{
    private readonly WebApplicationBuilder _web = WebApplication.CreateSlimBuilder();
    private readonly HostPlan _plan;

    private SelfHostBuilder(Type[] classes)
    {
        _plan = new(classes);
        Services.AddRouting();
        Services.AddMvcCore();
    }

    public IServiceCollection Services => _web.Services;

    public ConfigurationManager Configuration => _web.Configuration;

    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>Runs all functions of an assembly.</summary>
    public static SelfHostBuilder For(Assembly functions) => new(functions.GetTypes());

    /// <summary>Runs the functions of these classes only.</summary>
    public static SelfHostBuilder For(params Type[] classes) => new(classes);

    /// <summary>Addresses to listen on; else those of the setting <c>urls</c>, else http://127.0.0.1:7071.</summary>
    public SelfHostBuilder ListenOn(params string[] urls)
    {
        _plan.Urls = urls;
        return this;
    }

    /// <summary>Opens no port; HTTP functions are left out, everything else runs.</summary>
    public SelfHostBuilder WithoutHttp()
    {
        _plan.HasHttp = false;
        return this;
    }

    /// <summary>Finds and checks the functions; everything wrong with them is told in one exception.</summary>
    public IHost Build() => SelfHostApplication.Build(_web, _plan);
}
