using Microsoft.Extensions.Configuration;

namespace CCHC.Infra.Tests.Settings;

/// <summary>Configuration that remembers what was looked for.</summary>
internal sealed class RecordingProvider : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Holds the settings of a deployment.</summary>
    /// <param name="settings">App settings, as environment variables are named: Mail__Host.</param>
    public RecordingProvider(IEnumerable<KeyValuePair<string, string>> settings)
    {
        foreach (var (name, value) in settings)
            Data[name.Replace("__", ":", StringComparison.Ordinal)] = value;
    }

    /// <summary>Single values that were looked for, as app settings are named; not the sections above them.</summary>
    public IReadOnlyList<string> Asked =>
        [
            .. asked
                .Where(key => !asked.Any(other => other.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase)))
                .Select(key => key.Replace(":", "__", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    public override bool TryGet(string key, out string? value)
    {
        asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
