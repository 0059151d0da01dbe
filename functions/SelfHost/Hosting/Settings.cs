using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace CCHC.SelfHost.Hosting;

/// <summary>The settings that attributes refer to: <c>%Name%</c> and connections.</summary>
internal sealed partial class Settings(IConfiguration configuration)
{
    public string Resolve(string text) =>
        Placeholder()
            .Replace(
                text,
                match =>
                    configuration[match.Groups["setting"].Value]
                    ?? throw new SetupException(
                        $"the setting {match.Groups["setting"].Value} is missing (used in \"{text}\")."
                    )
            );

    /// <summary>
    /// The connection string behind a trigger's Connection; null is the host's own, AzureWebJobsStorage. Looked up
    /// with and without the prefix AzureWebJobs, as on the official host.
    /// </summary>
    public string ConnectionString(string? connection)
    {
        var name = connection is null ? "Storage" : Resolve(connection);
        string[] keys = [$"AzureWebJobs{name}", name];
        var text = keys.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        if (text is not null)
            return text;
        if (keys.Any(key => configuration.GetSection(key).GetChildren().Any()))
            throw new SetupException(
                $"the connection {name} is configured for an identity, which only the Azure host can use: set {keys[0]} to a connection string."
            );
        throw new SetupException($"the setting {keys[0]} is missing: set it to a storage connection string.");
    }

    public bool IsDisabled(string function) =>
        bool.TryParse(configuration[$"AzureWebJobs.{function}.Disabled"], out var isDisabled) && isDisabled;

    [GeneratedRegex("%(?<setting>[^%]+)%", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
