using System.Reflection;
using CCHC.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CCHC.Infra.Tests.Settings;

/// <summary>The app's real container of services, under the settings of a deployment.</summary>
internal sealed class ConfiguredPipeline : IDisposable
{
    private readonly ServiceCollection services = [];
    private readonly ServiceProvider provider;
    private readonly RecordingProvider recording;

    public ConfiguredPipeline(IEnumerable<KeyValuePair<string, string>> settings)
    {
        recording = new(settings.Select(Reachable));
        var configuration = new ConfigurationBuilder().Add(recording).Build();
        services.AddLogging().AddPipeline(configuration);
        provider = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Everything that reads configuration as it comes to life.</summary>
    public IReadOnlyList<string> ReadEverything()
    {
        foreach (var service in services.Where(service => !service.ServiceType.ContainsGenericParameters))
            provider.GetRequiredService(service.ServiceType);
        foreach (var client in new[] { "pages", "exports" })
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(client).Dispose();
        Options().Count.ShouldBeGreaterThanOrEqualTo(5);
        return recording.Asked;
    }

    /// <summary>The validated sections, by type: records, equal when their members are.</summary>
    public IReadOnlyDictionary<Type, object> Options() =>
        services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(type => type.Assembly == typeof(PipelineServices).Assembly)
            .Distinct()
            .ToDictionary(type => type, ValueOf);

    public T Service<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public void Dispose() => provider.Dispose();

    private object ValueOf(Type type) =>
        typeof(ConfiguredPipeline)
            .GetMethod(nameof(Value), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .Invoke(this, [])!;

    private T Value<T>()
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;

    /// <summary>What only Azure knows, an address or an identity, is still an expression here.</summary>
    private static KeyValuePair<string, string> Reachable(KeyValuePair<string, string> setting) =>
        !setting.Value.StartsWith('[') ? setting
        : setting.Key.EndsWith("Uri", StringComparison.Ordinal) ? KeyValuePair.Create(setting.Key, "https://x.invalid/")
        : KeyValuePair.Create(setting.Key, "x");
}
