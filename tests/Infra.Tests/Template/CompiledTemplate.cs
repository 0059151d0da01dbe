using System.Text.Json;

namespace CCHC.Infra.Tests.Template;

/// <summary>artifacts/infra/main.json: what the compiler made of main.bicep, with the templates of its modules inside.</summary>
internal static class CompiledTemplate
{
    public static string Text { get; } = Repository.Read("artifacts/infra/main.json");

    /// <summary>The whole and every module's template, by the deployment's name ("main" for the whole).</summary>
    public static IReadOnlyDictionary<string, JsonElement> Templates { get; } = Find();

    /// <summary>Every resource that some template deploys, loops and conditions as they stand.</summary>
    public static IEnumerable<JsonElement> Resources =>
        Templates.Values.SelectMany(Named).Select(named => named.Resource).Where(IsDeployed);

    private static Dictionary<string, JsonElement> Find()
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Add("main", JsonDocument.Parse(Text).RootElement);
        return found;

        void Add(string name, JsonElement template)
        {
            found.Add(name, template);
            foreach (var (inner, resource) in Named(template))
                if (resource.GetProperty("type").ValueEquals("Microsoft.Resources/deployments"))
                    Add(inner, resource.GetProperty("properties").GetProperty("template"));
        }
    }

    /// <summary>Others are there already, and only referred to.</summary>
    private static bool IsDeployed(JsonElement resource) =>
        !(resource.TryGetProperty("existing", out var existing) && existing.GetBoolean());

    /// <summary>With symbolic names it is an object, without an array.</summary>
    private static IEnumerable<(string Name, JsonElement Resource)> Named(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        return resources.ValueKind is JsonValueKind.Object
            ? resources.EnumerateObject().Select(resource => (resource.Name, resource.Value))
            : resources.EnumerateArray().Select((resource, at) => (at.ToString("00", null), resource));
    }
}
