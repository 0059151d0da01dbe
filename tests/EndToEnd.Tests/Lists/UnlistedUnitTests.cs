using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>An upload refused only because its unit wasn't listed is taken in by itself once it is.</summary>
public sealed class UnlistedUnitTests
{
    private const string Code = "41234";

    [Theory]
    [InlineData(null)]
    [InlineData("2022-03-01")]
    public async Task It_waits_for_the_list(string? validFrom)
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(Code);
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Code)).ShouldBe("Refused");
        (await shop.ExportRowsAsync()).ShouldBe(["_ refused"]);

        await ListAsync(shop, validFrom);
        await shop.SweepAsync();

        (await shop.OutcomeAsync(Code)).ShouldBe("Accepted");
        var id = validFrom is null ? Code : $"{Code}-20220301";
        (await shop.ExportRowsAsync()).ShouldBe([$"{id} accepted"]);
        (await shop.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_holder_of_other_days_is_not_the_one_it_waits_for()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(Code);
        await shop.SweepAsync();

        await ListAsync(shop, "2025-07-01");
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Code)).ShouldBe("Refused");
        (await shop.SweepAsync()).ShouldBeEmpty("it isn't tried at every sweep");

        await ListAsync(shop, null, "2025-06-30");
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Code)).ShouldBe("Accepted");
    }

    private static Task ListAsync(ListShop shop, string? from, string? to = null)
    {
        UnitCode.TryParse(Code, out var code).ShouldBeTrue();
        var unit = new Unit(code, "Xã mới", "commune", "870", Day(from), Day(to), []);
        return shop.Get<RegisterStore>().ImportUnitsAsync([unit], default);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
