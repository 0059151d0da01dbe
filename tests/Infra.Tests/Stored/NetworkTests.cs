using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Stored;

/// <summary>The optional network of its own.</summary>
public class NetworkTests
{
    private static readonly Prediction Inside = Prediction.Everything;

    [Fact]
    public void Storage_and_vault_answer_inside_and_to_the_addresses_that_were_allowed()
    {
        foreach (var resource in Closed(Inside))
        {
            resource.Text("networkAcls.defaultAction").ShouldBe("Deny", resource.Name);
            resource
                .At("networkAcls.ipRules")
                .EnumerateArray()
                .Select(rule => rule.GetProperty("value").GetString())
                .ShouldBe(["203.0.113.7"], resource.Name);
        }
        foreach (var resource in Closed(Prediction.Dev))
            resource.Text("networkAcls.defaultAction").ShouldBe("Allow", resource.Name);
    }

    /// <summary>Event Grid writes dead letters as a trusted service: it cannot come by a private endpoint.</summary>
    [Fact]
    public void Event_grid_still_gets_at_its_dead_letters()
    {
        Inside.Account("host").Text("publicNetworkAccess").ShouldBe("Enabled");
        Inside.Account("host").Text("networkAcls.bypass").ShouldBe("AzureServices");
    }

    [Fact]
    public void Every_service_the_app_uses_has_an_endpoint_inside_and_a_name_that_leads_there()
    {
        var endpoints = Inside.OfType("Microsoft.Network/privateEndpoints");
        endpoints
            .Select(endpoint => endpoint.At("privateLinkServiceConnections")[0].GetProperty("properties"))
            .Select(link =>
                (
                    link.GetProperty("privateLinkServiceId").GetString()!.Split('/')[^1],
                    link.GetProperty("groupIds")[0].GetString()
                )
            )
            .ShouldBe(
                [
                    .. from account in new[] { Inside.Account("host").Name, Inside.Account("data").Name }
                    from service in new[] { "blob", "queue", "table" }
                    select (account, service),
                    (Inside.OfType("Microsoft.KeyVault/vaults").Single().Name, "vault"),
                ],
                ignoreOrder: true
            );
        Inside.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count.ShouldBe(endpoints.Count);
        Inside.OfType("Microsoft.Network/privateDnsZones").Count.ShouldBe(4);
        Inside.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count.ShouldBe(4);
    }

    [Fact]
    public void The_app_is_in_a_subnet_that_is_its_own()
    {
        var subnet = Inside.OfType("Microsoft.Network/virtualNetworks").Single().At("subnets").EnumerateArray().First();
        subnet.GetProperty("name").GetString().ShouldBe("app");
        subnet.GetRawText().ShouldContain("Microsoft.App/environments");
        var app = Inside.OfType("Microsoft.Web/sites").Single();
        app.Text("virtualNetworkSubnetId")!.ShouldEndWith("/subnets/app");
        Prediction.Dev.OfType("Microsoft.Web/sites").Single().Json.GetRawText().ShouldNotContain("/subnets/");
    }

    private static IEnumerable<Resource> Closed(Prediction prediction) =>
        prediction.OfType("Microsoft.Storage/storageAccounts").Concat(prediction.OfType("Microsoft.KeyVault/vaults"));
}
