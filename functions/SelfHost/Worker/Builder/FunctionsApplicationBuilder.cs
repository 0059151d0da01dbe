using CCHC.SelfHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>An ordinary host builder; what makes the result run functions is put in by <see cref="Build"/>.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _web;

    internal FunctionsApplicationBuilder(string[] args) => _web = WebApplication.CreateSlimBuilder(args);

    internal HostPlan Plan { get; } = new();

    public IServiceCollection Services => _web.Services;

    public ConfigurationManager Configuration => _web.Configuration;

    public ILoggingBuilder Logging => _web.Logging;

    public IHostEnvironment Environment => _web.Environment;

    /// <summary>Finds and checks the functions; everything wrong with them is told in one exception.</summary>
    public IHost Build() => SelfHostApplication.Build(_web, Plan);

    // The app sees what it may use of the official builder (docs/azure.md); the rest is the interface's.
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    IMetricsBuilder IHostApplicationBuilder.Metrics => _web.Metrics;

    IDictionary<object, object> IHostApplicationBuilder.Properties => ((IHostApplicationBuilder)_web).Properties;

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure
    ) => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);
}
