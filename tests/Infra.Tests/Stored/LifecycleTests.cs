using System.Text.Json;
using CCHC.Infra.Tests.Template;

namespace CCHC.Infra.Tests.Stored;

/// <summary>What Azure deletes by itself, and what it lets nobody delete.</summary>
public class LifecycleTests
{
    /// <summary>
    /// DeleteOldExports removes uploads with a final receipt after 30 days; a rule as early as that would take uploads
    /// away that were never taken in (design.md §3).
    /// </summary>
    [Theory]
    [MemberData(nameof(Prediction.Names), MemberType = typeof(Prediction))]
    public void Exports_leave_after_sixty_days_and_dead_letters_after_ninety(string name) =>
        Prediction
            .Of(name)
            .OfType("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(policy => policy.At("policy.rules").EnumerateArray())
            .Select(rule => rule.GetProperty("definition"))
            .Select(rule => (Prefix(rule), Days(rule)))
            .ShouldBe([("exports/", 60), ("event-dead-letters/", 90)], ignoreOrder: true);

    /// <summary>Personal data that was erased can be brought back for no longer than data-protection.md tells.</summary>
    [Fact]
    public void What_was_deleted_can_be_brought_back_for_seven_days()
    {
        var blobs = Prediction
            .Prod.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .Single(service => service.RootName == Prediction.Prod.Account("data").Name);
        blobs.At("deleteRetentionPolicy.enabled").GetBoolean().ShouldBeTrue();
        blobs.At("deleteRetentionPolicy.days").GetInt32().ShouldBe(7);
        Repository
            .Read("docs/data-protection.md")
            .ShouldContain("then recoverable for 7 more days (soft delete, in Azure only)");
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("everything")]
    public void Where_it_counts_the_journal_and_nothing_else_is_kept_from_being_changed(string name)
    {
        var policy = Prediction
            .Of(name)
            .OfType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies")
            .ShouldHaveSingleItem();
        policy.Name.ShouldEndWith("/default/journal/default");
        policy.At("immutabilityPeriodSinceCreationInDays").GetInt32().ShouldBe(365);
        policy.At("allowProtectedAppendWrites").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_group_for_trying_things_out_can_be_deleted()
    {
        Prediction.Dev.Resources.ShouldNotContain(resource => resource.Type.EndsWith("/immutabilityPolicies"));
        Prediction
            .Dev.OfType("Microsoft.KeyVault/vaults")
            .ShouldHaveSingleItem()
            .Properties.TryGetProperty("enablePurgeProtection", out var purge)
            .ShouldBe(purge.ValueKind is JsonValueKind.Null);
    }

    [Fact]
    public void Copies_stay_in_the_country_they_were_put_in() =>
        Prediction
            .Prod.Account("data")
            .Json.GetProperty("sku")
            .GetProperty("name")
            .GetString()
            .ShouldBe("Standard_ZRS");

    private static string Prefix(JsonElement rule) =>
        rule.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().ShouldHaveSingleItem().GetString()!;

    private static int Days(JsonElement rule) =>
        rule.GetProperty("actions")
            .GetProperty("baseBlob")
            .GetProperty("delete")
            .GetProperty("daysAfterCreationGreaterThan")
            .GetInt32();
}
