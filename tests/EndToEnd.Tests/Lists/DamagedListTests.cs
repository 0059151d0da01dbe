using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>One row that can't be read is set aside and named; nobody else waits for it (design.md §4, laws 2b and 10).</summary>
public sealed class DamagedListTests
{
    private const string Broken = "29956";
    private const string Sound = "29962";

    public static TheoryData<string, object?> Spoilt =>
        new()
        {
            { "Name", null },
            { "Name", 7 },
            { "Code", "xã" },
            { "Code", null },
            { "ValidFrom", "hôm qua" },
            { "ValidTo", null },
            { "Successors", 1.5 },
        };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_units_row_that_cant_be_read_sets_that_unit_aside(string column, object? value)
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.SpoilAsync(StoredNames.UnitsTable, "unit", Broken, column, value);
        await shop.PutAsync(Broken);
        await shop.PutAsync(Sound);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Sound)).ShouldBe("Accepted");
        (await shop.OutcomeAsync(Broken)).ShouldBeNull("it waits: nothing is wrong with the upload");
        (await shop.DamagesAsync()).ShouldStartWith($"Units/unit/{Broken}: ");

        await shop.Get<RegisterStore>().ImportUnitsAsync(UnitCsv.Parse(Shipped.Units), default);
        await shop.SweepAsync();

        (await shop.OutcomeAsync(Broken)).ShouldBe("Accepted");
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_holders_of_one_code_on_one_day_are_both_set_aside()
    {
        await using var shop = await ListShop.OpenAsync();
        var holder = UnitCsv.Parse(Shipped.Units).Single(unit => unit.Id == Broken);
        var rival = holder with { ValidFrom = new DateOnly(2020, 1, 1), Name = "Xã khác" };
        rival = new Unit(rival.Code, "Xã khác", rival.Kind, rival.Parent, new DateOnly(2020, 1, 1), null, []);
        await shop.Get<RegisterStore>().ImportUnitsAsync([rival], default);
        await shop.PutAsync(Broken);
        await shop.PutAsync(Sound);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Sound)).ShouldBe("Accepted");
        (await shop.OutcomeAsync(Broken)).ShouldBeNull();
        (await shop.DamagesAsync()).ShouldContain("có hai đơn vị cùng hiệu lực");
    }

    [Theory]
    [InlineData("Num", "bốn mươi")]
    [InlineData("Den", 0)]
    [InlineData("Den", null)]
    [InlineData("ValidFrom", "")]
    [InlineData("Source", null)]
    public async Task A_target_that_cant_be_read_is_not_no_target(string column, object? value)
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.SpoilAsync(StoredNames.TargetsTable, "online", "2022-01-01-all", column, value);
        await shop.PutAsync(Sound);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Sound)).ShouldBe("Accepted");
        (await shop.DamagesAsync()).ShouldStartWith("Targets/online/2022-01-01-all: ");
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var refused = await Should.ThrowAsync<UnreadableListException>(() =>
            shop.Get<ReviewQuarter>().DryRunAsync(quarter, default)
        );
        refused.Message.ShouldContain("Targets/online/2022-01-01-all");

        await shop.Get<RegisterStore>().ImportTargetsAsync(Target.ParseCsv(Shipped.Targets), default);
        shop.Get<Registers>().Forget();
        (await shop.Get<ReviewQuarter>().DryRunAsync(quarter, default)).Units.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_day_off_that_was_changed_is_not_counted_by_and_an_import_heals_it()
    {
        await using var shop = await ListShop.OpenAsync();
        var sound = (await shop.Setting("days-off.csv").DownloadContentAsync()).Value.Content.ToString();
        sound.ShouldContain("2022-04-11");
        await shop.Setting("days-off.csv")
            .UploadAsync(
                BinaryData.FromString(sound.Replace("2022-04-11", "2022-04-12", StringComparison.Ordinal)),
                overwrite: true
            );

        (await shop.DamagesAsync()).ShouldStartWith("settings/days-off.csv: Nội dung bị sửa ngoài hệ thống hoặc hỏng.");
        var registers = shop.Get<RegisterStore>();
        (await registers.DaysOffToAddToAsync(default)).ShouldBe("date,kind,name,confirmed\n");
        await registers.WriteDaysOffAsync(sound, default);
        (await shop.DamagesAsync()).ShouldBeEmpty();
        (await registers.DaysOffToAddToAsync(default)).ShouldBe(sound);
    }

    [Fact]
    public async Task A_line_of_the_days_off_that_cant_be_read_stops_what_counts_working_days_only()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.Setting("days-off.csv")
            .UploadAsync(BinaryData.FromString("date,kind\nmột ngày,off\n"), overwrite: true);
        await shop.PutAsync(Sound);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Sound)).ShouldBe("Accepted");
        (await shop.DamagesAsync()).ShouldStartWith("settings/days-off.csv: ");
    }
}
