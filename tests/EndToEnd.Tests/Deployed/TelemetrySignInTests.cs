using Azure.Identity;
using CCHC.Functions.Telemetry;

namespace CCHC.EndToEnd.Tests.Deployed;

public sealed class TelemetrySignInTests
{
    private const string Id = "8d5a3c1e-6a0f-4c9b-9f53-0c8c2d1a7b40";

    [Theory]
    [InlineData($"ClientId={Id};Authorization=AAD", Id)]
    [InlineData($"Authorization=AAD;ClientId={Id};", Id)]
    [InlineData($"authorization = aad; clientid = {Id}", Id)]
    [InlineData("Authorization=AAD", null)]
    public void A_managed_identity_sends_the_telemetry(string authentication, string? client)
    {
        var signIn = TelemetrySignIn.From(authentication).ShouldNotBeNull();
        signIn.ClientId.ShouldBe(client);
        signIn.ToCredential().ShouldBeOfType<ManagedIdentityCredential>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_set_means_no_sign_in(string? authentication) =>
        TelemetrySignIn.From(authentication).ShouldBeNull();

    [Theory]
    [InlineData($"ClientId={Id}")]
    [InlineData("Authorization=Key")]
    [InlineData("ClientId=;Authorization=AAD")]
    [InlineData("Authorization=AAD;Password=x")]
    [InlineData(Id)]
    public void Anything_else_is_told_with_the_name_of_the_setting(string authentication) =>
        Should
            .Throw<FormatException>(() => TelemetrySignIn.From(authentication))
            .Message.ShouldContain("APPLICATIONINSIGHTS_AUTHENTICATION_STRING");
}
