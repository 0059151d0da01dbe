using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace CCHC.SelfHost.Hosting;

/// <summary>
/// Puts host.json beneath all other settings, in the section under which the official host lets settings override it
/// (<c>AzureFunctionsJobHost__extensions__queues__batchSize</c>).
/// </summary>
internal static class HostJson
{
    public const string Section = "AzureFunctionsJobHost";

    public static void AddTo(IConfigurationManager configuration, string contentRoot)
    {
        string?[] folders = [configuration["AzureWebJobsScriptRoot"], contentRoot, AppContext.BaseDirectory];
        var path = folders
            .Where(folder => folder is not null)
            .Select(folder => Path.GetFullPath(Path.Combine(folder!, "host.json")))
            .FirstOrDefault(File.Exists);
        if (path is null)
            return;
        var json = new ConfigurationBuilder().AddJsonFile(path, optional: false, reloadOnChange: false).Build();
        var beneath = new MemoryConfigurationSource
        {
            InitialData = json.AsEnumerable()
                .Where(entry => entry.Value is not null)
                .Select(entry => KeyValuePair.Create($"{Section}:{entry.Key}", entry.Value)),
        };
        configuration.Sources.Insert(0, beneath);
    }
}
