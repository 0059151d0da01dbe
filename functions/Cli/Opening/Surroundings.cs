using Microsoft.Extensions.Configuration;

namespace CCHC.Cli.Opening;

/// <summary>
/// What doesn't stand on the command line, where every process of the machine could read it: the environment, and
/// secrets as files of their own, each named as the variable would be: <c>Mail__Password</c>, <c>CCHC_STORAGE</c>.
/// </summary>
internal static class Surroundings
{
    /// <summary>Stands in for --storage.</summary>
    private const string StorageName = "CCHC_STORAGE";

    /// <summary>Name the folder of secrets: ours, e.g. /run/secrets in a container, and systemd's (LoadCredential=).</summary>
    private static readonly string[] FolderNames = ["CCHC_SECRETS_FOLDER", "CREDENTIALS_DIRECTORY"];

    /// <summary>The connection that the surroundings give; null: they give none.</summary>
    public static string? Storage() =>
        new ConfigurationBuilder().AddSurroundings().Build()[StorageName] is { Length: > 0 } storage ? storage : null;

    /// <summary>Adds both; a secret in a file comes before one in the environment.</summary>
    public static IConfigurationBuilder AddSurroundings(this IConfigurationBuilder configuration)
    {
        configuration.AddEnvironmentVariables();
        foreach (var name in FolderNames)
        {
            if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } folder)
                continue;
            // A folder that isn't there is a mistake to be told, not an empty password.
            configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
        }
        return configuration;
    }
}
