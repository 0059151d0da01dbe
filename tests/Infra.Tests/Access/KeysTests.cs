using System.Text.Json;
using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Access;

public class KeysTests
{
    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void No_storage_account_takes_a_key_an_anonymous_reader_or_an_old_protocol(string name)
    {
        var accounts = Prediction.Of(name).OfType("Microsoft.Storage/storageAccounts");
        accounts.Count.ShouldBe(2);
        foreach (var account in accounts)
        {
            account.At("allowSharedKeyAccess").ValueKind.ShouldBe(JsonValueKind.False, account.Name);
            account.At("allowBlobPublicAccess").ValueKind.ShouldBe(JsonValueKind.False, account.Name);
            account.At("allowCrossTenantReplication").ValueKind.ShouldBe(JsonValueKind.False, account.Name);
            account.At("supportsHttpsTrafficOnly").ValueKind.ShouldBe(JsonValueKind.True, account.Name);
            account.Text("minimumTlsVersion").ShouldBe("TLS1_2", account.Name);
        }
    }

    [Fact]
    public void No_container_can_be_read_by_the_public() =>
        Prediction
            .Everything.OfType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Where(container => container.Json.GetRawText().Contains("publicAccess", StringComparison.Ordinal))
            .ShouldBeEmpty();

    /// <summary>The webhook's key is the one key there is: it lets nobody do anything but hand in an event.</summary>
    [Fact]
    public void The_only_key_the_template_asks_azure_for_is_the_webhooks() =>
        Pattern
            .Find(CompiledTemplate.Text, @"(?<it>\blist[A-Z]\w*\((format\()?[^,]+, )")
            .ShouldHaveSingleItem()
            .ShouldBe("listKeys(format('{0}/host/default', ");

    [Theory]
    [InlineData("AccountKey")]
    [InlineData("SharedAccessKey")]
    [InlineData("SharedAccessSignature")]
    [InlineData("DefaultEndpointsProtocol")]
    [InlineData("AccountName=")]
    [InlineData("InstrumentationKey")]
    public void No_connection_string_is_put_together(string sign)
    {
        CompiledTemplate.Text.ShouldNotContain(sign);
        Prediction.All.ShouldAllBe(prediction => !prediction.Text.Contains(sign, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Telemetry_is_taken_from_those_who_sign_in(string name)
    {
        var prediction = Prediction.Of(name);
        prediction
            .OfType("Microsoft.Insights/components")
            .ShouldHaveSingleItem()
            .At("DisableLocalAuth")
            .GetBoolean()
            .ShouldBeTrue();
        prediction
            .OfType("Microsoft.OperationalInsights/workspaces")
            .ShouldHaveSingleItem()
            .At("features.disableLocalAuth")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public void Nobody_deploys_with_a_password() =>
        Prediction
            .Dev.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Select(policy => (policy.OwnName, policy.At("allow").GetBoolean()))
            .ShouldBe([("scm", false), ("ftp", false)]);

    [Fact]
    public void The_app_answers_over_https_only_and_signs_in_everywhere_as_one_identity()
    {
        var app = Prediction.Dev.OfType("Microsoft.Web/sites").ShouldHaveSingleItem();
        app.At("httpsOnly").GetBoolean().ShouldBeTrue();
        var identity = app
            .Json.GetProperty("identity")
            .GetProperty("userAssignedIdentities")
            .EnumerateObject()
            .Single()
            .Name;
        app.Text("keyVaultReferenceIdentity").ShouldBe(identity);
        app.Text("functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId")
            .ShouldBe(identity);
        string[] signedIn =
        [
            "AzureWebJobsStorage__clientId",
            "Data__clientId",
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        ];
        foreach (var setting in signedIn)
            Prediction.Dev.Settings[setting].ShouldContain($"reference('{identity}', ", customMessage: setting);
    }
}
