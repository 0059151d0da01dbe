using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Access;

public class RolesTests
{
    /// <summary>Azure's built-in roles, by their ids in its documentation.</summary>
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Each_identity_may_do_what_was_approved_and_nothing_else(string name) =>
        Assignments(name)
            .Select(role => $"{role.Identity} on {role.Scope}: {role.Role} ({role.Id}). {role.Why}")
            .ShouldBeThoseOf("Access/roles.approved.txt");

    [Fact]
    public void A_role_is_called_by_the_name_that_its_id_has()
    {
        var assignments = Assignments("everything").ToList();
        assignments.ShouldNotBeEmpty();
        assignments
            .Where(role => BuiltIn.GetValueOrDefault(role.Id) != role.Role)
            .Select(role => $"{role.Id} is called {role.Role}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_may_do_anything_with_the_whole_group_or_subscription() =>
        Assignments("everything").Where(role => role.Scope is "the group").ShouldBeEmpty();

    [Fact]
    public void Every_identity_has_a_role()
    {
        var identities = Prediction
            .Everything.OfType("Microsoft.ManagedIdentity/userAssignedIdentities")
            .Select(identity => Short(identity.Name));
        identities.ShouldBe(
            Assignments("everything").Select(role => role.Identity).Distinct(StringComparer.Ordinal),
            ignoreOrder: true
        );
    }

    private static IEnumerable<(string Identity, string Scope, string Id, string Role, string Why)> Assignments(
        string name
    ) =>
        from assignment in Prediction.Of(name).OfType("Microsoft.Authorization/roleAssignments")
        let said = assignment.Text("description")!.Split(": ", 2)
        select (
            Short(
                Pattern
                    .Find(assignment.Text("principalId")!, "/userAssignedIdentities/(?<it>[^']+)'")
                    .ShouldHaveSingleItem()
            ),
            Scope(assignment.Id),
            assignment.Text("roleDefinitionId")!.Split('/')[^1],
            said[0],
            said[1]
        );

    private static string Scope(string id)
    {
        var scope = id[..id.LastIndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];
        return scope.Contains("/providers/")
            ? Short(string.Join('/', scope.Split("/providers/")[1].Split('/').Skip(1)))
            : "the group";
    }

    private static string Short(string name) =>
        Pattern.Replace(Pattern.Replace(name, "cchc-(dev|prod|all)-", ""), "(?<=(host|data|kv-))[a-z0-9]{13}", "…");
}
