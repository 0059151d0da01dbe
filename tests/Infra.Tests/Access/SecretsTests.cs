using CCHC.Infra.Tests.Template;
using CCHC.Pipeline.TakeIn.Pull;

namespace CCHC.Infra.Tests.Access;

public class SecretsTests
{
    private static readonly Prediction Everything = Prediction.Everything;

    [Fact]
    public void The_mail_password_and_the_keys_of_sources_are_references_into_the_vault()
    {
        var secrets = Everything
            .OfType("Microsoft.KeyVault/vaults/secrets")
            .ToDictionary(secret => secret.Text("contentType")!["setting ".Length..], StringComparer.Ordinal);
        secrets.Keys.ShouldBe(
            ["Mail__Password", "Pull__Secrets__mot_cua", "Pull__Secrets__mot_cua_2"],
            ignoreOrder: true
        );
        foreach (var (setting, secret) in secrets)
        {
            var reference = Everything.Settings[setting];
            reference.ShouldContain("@Microsoft.KeyVault(SecretUri=https://", customMessage: setting);
            reference.ShouldContain($"'{secret.RootName}', environment().suffixes.keyvaultDns, '{secret.OwnName}')");
        }
    }

    [Fact]
    public void A_setting_whose_name_tells_of_a_secret_is_a_reference_or_empty() =>
        Prediction
            .All.SelectMany(prediction => prediction.Settings)
            .Where(setting => Pattern.IsIn(setting.Key, "(?i)password|secret|token|pwd|apikey"))
            .Where(setting => setting.Value.Length > 0 && !setting.Value.Contains("@Microsoft.KeyVault("))
            .ShouldBeEmpty();

    /// <summary>Azure gives the text of a reference that leads nowhere to the app, as if it were the password.</summary>
    [Fact]
    public void Without_a_user_the_mail_server_gets_no_password() =>
        Prediction.Dev.Settings["Mail__Password"].ShouldBe("");

    /// <summary>The names of secrets come with the sources that staff import; a deployment lists them by the same names.</summary>
    [Theory]
    [InlineData("mot-cua")]
    [InlineData("mot-cua-2")]
    public void A_source_finds_its_key_under_the_name_it_asks_for(string secret)
    {
        var source = PullSources
            .Parse(
                $$"""
                [{
                  "id": "a",
                  "units": ["29956"],
                  "address": "https://motcua.example/xuat/{unit}?ngay={date}",
                  "header": "X-Api-Key",
                  "secret": "{{secret}}"
                }]
                """
            )
            .All.ShouldHaveSingleItem();
        Everything.Settings.Keys.ShouldContain(source.SecretSetting.Replace(":", "__", StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_value_goes_into_the_vault_and_nowhere_else()
    {
        Everything.Text.ShouldNotContain("planted-");
        Everything
            .Resources.Where(resource => resource.Json.GetRawText().Contains("secretValues", StringComparison.Ordinal))
            .Select(resource => resource.Type)
            .Distinct()
            .ShouldBe(["Microsoft.KeyVault/vaults/secrets"]);
        CompiledTemplate
            .Templates.Where(template => template.Value.GetProperty("parameters").TryGetProperty("secretValues", out _))
            .ToDictionary(
                template => template.Key,
                template =>
                    template.Value.GetProperty("parameters").GetProperty("secretValues").GetProperty("type").GetString()
            )
            .ShouldBe(
                new Dictionary<string, string?> { ["main"] = "secureObject", ["vault"] = "secureObject" },
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_vault_that_counts_cannot_be_purged()
    {
        var vault = Prediction.Prod.OfType("Microsoft.KeyVault/vaults").ShouldHaveSingleItem();
        vault.At("enableRbacAuthorization").GetBoolean().ShouldBeTrue();
        vault.At("enableSoftDelete").GetBoolean().ShouldBeTrue();
        vault.At("enablePurgeProtection").GetBoolean().ShouldBeTrue();
    }
}
