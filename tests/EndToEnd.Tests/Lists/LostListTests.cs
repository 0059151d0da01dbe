using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>A store is given its lists once. One that is lost later is a red light, not a new store.</summary>
public sealed class LostListTests
{
    private const string Code = "29956";

    [Fact]
    public async Task Lost_days_off_bring_no_shipped_list_back_over_staffs()
    {
        await using var shop = await ListShop.OpenAsync();
        await RenameAsync(shop);
        await shop.Setting("days-off.csv").DeleteAsync();

        await shop.RestartAsync();

        (await NameAsync(shop)).ShouldBe("Tên do cán bộ sửa");
        (await shop.Setting("days-off.csv").ExistsAsync()).Value.ShouldBeFalse();
        (await shop.Get<RegisterStore>().DaysOffToAddToAsync(default)).ShouldBe("date,kind,name,confirmed\n");
        (await shop.DamagesAsync()).ShouldStartWith("settings/days-off.csv: danh sách này đã mất");
    }

    [Fact]
    public async Task Without_its_units_a_store_refuses_nobody_as_unknown()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.EmptyAsync(StoredNames.UnitsTable);
        await shop.RestartAsync();
        await shop.PutAsync(Code);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Code)).ShouldBeNull();
        (await shop.DamagesAsync()).ShouldStartWith("Units: danh sách này đã mất");

        await shop.Get<RegisterStore>().ImportUnitsAsync(UnitCsv.Parse(Shipped.Units), default);
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Code)).ShouldBe("Accepted");
    }

    [Fact]
    public async Task Without_its_targets_health_is_red()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.EmptyAsync(StoredNames.TargetsTable);
        await shop.RestartAsync();
        (await shop.DamagesAsync()).ShouldStartWith("Targets: danh sách này đã mất");
    }

    [Fact]
    public async Task A_store_of_an_earlier_program_keeps_what_staff_made_of_its_lists()
    {
        await using var shop = await ListShop.OpenAsync();
        await RenameAsync(shop);
        await BecomeOldAsync(shop);

        await shop.RestartAsync();

        (await NameAsync(shop)).ShouldBe("Tên do cán bộ sửa");
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task And_so_does_one_that_had_lost_its_days_off()
    {
        await using var shop = await ListShop.OpenAsync();
        await RenameAsync(shop);
        await BecomeOldAsync(shop);
        await shop.Setting("days-off.csv").DeleteAsync();

        await shop.RestartAsync();

        (await NameAsync(shop)).ShouldBe("Tên do cán bộ sửa");
        (await shop.DamagesAsync()).ShouldStartWith("settings/days-off.csv: danh sách này đã mất");
    }

    [Fact]
    public async Task A_new_store_whose_first_start_died_is_given_the_rest()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.Setting("lists-given").DeleteAsync();
        await shop.Setting("days-off.csv").DeleteAsync();
        await shop.EmptyAsync(StoredNames.TargetsTable);

        await shop.RestartAsync();

        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_note_that_lists_were_given_brings_none_back_over_staffs()
    {
        await using var shop = await ListShop.OpenAsync();
        await RenameAsync(shop);
        await shop.Get<RegisterStore>()
            .WriteDaysOffAsync("date,kind,name,confirmed\n2022-03-03,off,Nghỉ bù,yes\n", default);
        await shop.Setting("lists-given").DeleteAsync();

        await shop.RestartAsync();

        (await NameAsync(shop)).ShouldBe("Tên do cán bộ sửa");
        (await shop.Get<RegisterStore>().DaysOffTextAsync(default)).ShouldContain("2022-03-03");
    }

    [Fact]
    public async Task A_store_that_was_used_and_lost_its_settings_is_no_new_store()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(Code);
        await shop.SweepAsync();
        foreach (var name in (string[])["created", "lists-given", "days-off.csv"])
            await shop.Setting(name).DeleteAsync();
        await shop.EmptyAsync(StoredNames.TargetsTable);

        await shop.RestartAsync();

        var damages = await shop.DamagesAsync();
        damages.ShouldContain("settings/created: ngày tạo kho đã mất");
        damages.ShouldContain("settings/days-off.csv: danh sách này đã mất");
        damages.ShouldContain("Targets: danh sách này đã mất");
        damages.ShouldContain("settings/criteria.csv: thiết lập do cán bộ nhập đã mất");
    }

    [Theory]
    [InlineData("")]
    [InlineData("day=xx")]
    public async Task A_day_of_birth_that_cant_be_read_is_named_until_staff_say_it(string metadata)
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.Setting("created")
            .SetMetadataAsync(metadata is "" ? [] : new Dictionary<string, string> { ["day"] = "xx" });
        (await shop.DamagesAsync()).ShouldStartWith("settings/created: ngày tạo kho đã mất hoặc không đọc được");

        (await shop.Get<StoreBirth>().MendAsync(new DateOnly(2022, 1, 5), default)).ShouldBeTrue();

        (await shop.DamagesAsync()).ShouldBeEmpty();
        (await shop.Get<StoreBirth>().DayAsync(default)).ShouldBe(new DateOnly(2022, 1, 5));
        (await shop.Get<StoreBirth>().MendAsync(new DateOnly(2021, 1, 5), default)).ShouldBeFalse();
    }

    private static async Task RenameAsync(ListShop shop)
    {
        var unit = UnitCsv.Parse(Shipped.Units).Single(unit => unit.Id == Code);
        await shop.Get<RegisterStore>().ImportUnitsAsync([unit with { Name = "Tên do cán bộ sửa" }], default);
    }

    private static async Task<string> NameAsync(ListShop shop) =>
        (await shop.Get<RegisterStore>().ReadAsync(default)).Units.Find(Code)!.Name;

    private static async Task BecomeOldAsync(ListShop shop)
    {
        await shop.Setting("lists-given").DeleteAsync();
        BlobProperties created = await shop.Setting("created").GetPropertiesAsync();
        created.Metadata.Remove("lists").ShouldBeTrue();
        await shop.Setting("created").SetMetadataAsync(created.Metadata);
    }
}
