using System.Text.Json;

namespace CCHC.Infra.Tests.Template;

/// <summary>
/// What a parameter file would deploy, as the compiler predicts it: loops unrolled, conditions decided, expressions
/// evaluated as far as that goes without Azure.
/// </summary>
/// <param name="Name">Of the parameter file.</param>
/// <param name="Text">The snapshot.</param>
/// <param name="Resources">In the order of their deployment.</param>
internal sealed record Prediction(string Name, string Text, IReadOnlyList<Resource> Resources)
{
    public static Prediction Dev { get; } = Read("dev");
    public static Prediction Prod { get; } = Read("prod");

    /// <summary>Every switch on.</summary>
    public static Prediction Everything { get; } = Read("everything");

    public static IReadOnlyList<Prediction> All { get; } = [Dev, Prod, Everything];

    public static TheoryData<string> Names => [.. All.Select(prediction => prediction.Name)];

    public static Prediction Of(string name) => All.Single(prediction => prediction.Name == name);

    public IReadOnlyList<Resource> OfType(string type)
    {
        var found = Resources.Where(resource => resource.Type == type).ToList();
        found.ShouldNotBeEmpty($"{Name} deploys no {type}");
        return found;
    }

    public Resource Account(string prefix) =>
        OfType("Microsoft.Storage/storageAccounts")
            .Single(account => account.Name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Containers, tables or queues of one account.</summary>
    public IReadOnlyList<string> Stored(string service, string kind, Resource account) =>
        [
            .. OfType($"Microsoft.Storage/storageAccounts/{service}/{kind}")
                .Where(stored => stored.RootName == account.Name)
                .Select(stored => stored.OwnName),
        ];

    /// <summary>The function app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        OfType("Microsoft.Web/sites/config")
            .Single(config => config.OwnName == "appsettings")
            .Properties.EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);

    private static Prediction Read(string name)
    {
        var text = Repository.Read($"artifacts/infra/{name}.snapshot.json");
        var resources = JsonDocument.Parse(text).RootElement.GetProperty("predictedResources").EnumerateArray();
        return new(name, text, [.. resources.Select(Resource)]);
    }

    private static Resource Resource(JsonElement json) =>
        new(
            json.GetProperty("type").GetString()!,
            json.GetProperty("name").GetString()!,
            json.GetProperty("id").GetString()!,
            json
        );
}
