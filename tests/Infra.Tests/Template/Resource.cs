using System.Text.Json;

namespace CCHC.Infra.Tests.Template;

/// <summary>A resource that would be deployed.</summary>
/// <param name="Type">E.g. Microsoft.Storage/storageAccounts.</param>
/// <param name="Name">With those of its parents: account/default/exports.</param>
/// <param name="Id">Where it hangs.</param>
/// <param name="Json">All of it.</param>
internal sealed record Resource(string Type, string Name, string Id, JsonElement Json)
{
    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>The last part of the name.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The first part of the name.</summary>
    public string RootName => Name.Split('/')[0];

    public JsonElement At(string path) =>
        path.Split('.').Aggregate(Properties, (element, name) => element.GetProperty(name));

    public string? Text(string path) => At(path).GetString();
}
