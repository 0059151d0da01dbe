namespace CCHC.Infra.Tests.Template;

public class ResourceListTests
{
    /// <summary>Sizes and names in detail: infra/*.snapshot.json. Here at a glance what there is at all; roles: RolesTests.</summary>
    [Fact]
    public void What_is_deployed_is_what_was_approved()
    {
        var always = Prediction.Dev.Resources.Select(Line).ToHashSet(StringComparer.Ordinal);
        Prediction
            .Everything.Resources.Where(resource => resource.Type != "Microsoft.Authorization/roleAssignments")
            .Select(Line)
            .Select(line => always.Contains(line) ? line : $"{line} (optional)")
            .ShouldBeThoseOf("Template/resources.approved.txt");
    }

    [Fact]
    public void A_predicted_resource_is_one_of_the_templates()
    {
        var types = CompiledTemplate
            .Resources.Select(resource => resource.GetProperty("type").GetString())
            .ToHashSet(StringComparer.Ordinal);
        types.ExceptWith(["Microsoft.Resources/deployments"]);
        Prediction.Everything.Resources.Select(resource => resource.Type).Distinct().ShouldBe(types, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Everything_that_can_be_tagged_is(string name) =>
        Prediction
            .Of(name)
            .Resources.Where(resource =>
                resource.Json.TryGetProperty("location", out _)
                && (
                    !resource.Json.TryGetProperty("tags", out var tags)
                    || !tags.GetProperty("system").ValueEquals("cchc")
                )
            )
            .Select(resource => resource.Id)
            .ShouldBeEmpty();

    /// <summary>Without what differs from one environment to another: the prefix, and names that Azure makes of ids.</summary>
    private static string Line(Resource resource)
    {
        var name = Pattern.Replace(resource.Name, "^cchc-(dev|prod|all)", "{name}");
        name = Pattern.Replace(name, @"(?<=^(host|data|kv-|\{name\}-))[a-z0-9]{13}\b", "…");
        name = Pattern.Replace(name, "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "{guid}");
        name = Pattern.Replace(name, @"cchc-(dev|prod|all)", "{name}");
        return $"{resource.Type} {name}";
    }
}
