using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;

namespace CCHC.EndToEnd.Tests.Lists;

/// <summary>One of several rows of a list that is gone is lost, and not one that never was (design.md §4, law 2b).</summary>
public sealed class ListKeysTests
{
    private const string Unit = "29956";
    private const string Other = "29962";
    private const string OwnTarget = "2022-01-01-" + Unit;
    private static readonly Target Own = new("online", 1, 5, new(2022, 1, 1), null, Unit, "chỉ tiêu riêng");

    [Fact]
    public async Task A_units_own_target_that_is_gone_is_not_that_of_all_units()
    {
        await using var shop = await ListShop.OpenAsync();
        var review = shop.Get<ReviewQuarter>();
        await shop.Get<RegisterStore>().ImportTargetsAsync([Own], default);
        await shop.LoseAsync(StoredNames.TargetsTable, "online", OwnTarget);
        await shop.PutAsync(Unit);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Unit)).ShouldBe("Accepted", "nothing is judged by a take-in");
        (await shop.DamagesAsync()).ShouldStartWith(
            $"Targets/online/{OwnTarget}: dòng này của danh sách đã mất; nhập lại danh sách (cchc targets import)"
        );
        var dry = await review.DryRunAsync(Quarters.Quarter("2022-Q1"), default);
        dry.Units.Count.ShouldBe(9);
        dry.Waiting.ShouldHaveSingleItem().Words.ShouldContain($"Targets/online/{OwnTarget}");
        var refused = await Should.ThrowAsync<UnreadableListException>(() =>
            review.ReviewAsync(Quarters.Quarter("2021-Q4"), default)
        );
        refused.Message.ShouldContain($"Targets/online/{OwnTarget}");

        await shop.Get<RegisterStore>().ImportTargetsAsync([Own], default);
        (await shop.DamagesAsync()).ShouldBeEmpty();
        (await review.DryRunAsync(Quarters.Quarter("2022-Q1"), default)).Units.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Reminders_of_others_go_on()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.Get<RegisterStore>().ImportTargetsAsync([Own], default);
        await shop.BeginAsync("2022-01-05");
        (await WarnedAsync([])).ShouldContain(Unit);

        await shop.LoseAsync(StoredNames.TargetsTable, "online", OwnTarget);

        var warned = await WarnedAsync([Unit]);
        warned.ShouldContain(Other);
        warned.ShouldNotContain(Unit, "of another target");

        async Task<IReadOnlyList<string>> WarnedAsync(string[] lost)
        {
            shop.Get<Registers>().Forget();
            var plan = await shop.Get<PlanReminders>().PlanAsync(new DateOnly(2022, 2, 15), default);
            plan.Unread.Select(trouble => trouble.Unit).ShouldBe(lost);
            return [.. plan.Mails.Where(mail => mail.Kind is ReminderKind.Warning).Select(mail => mail.Unit)];
        }
    }

    [Fact]
    public async Task Uploads_of_a_unit_that_is_gone_wait_and_those_of_others_dont()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.LoseAsync(StoredNames.UnitsTable, "unit", Unit);
        await shop.PutAsync(Unit);
        await shop.PutAsync(Other);

        await shop.SweepAsync();

        (await shop.OutcomeAsync(Other)).ShouldBe("Accepted");
        (await shop.OutcomeAsync(Unit)).ShouldBeNull("it is no unknown unit");
        (await shop.DamagesAsync()).ShouldStartWith($"Units/unit/{Unit}: ");
        await shop.Get<RegisterStore>().ImportUnitsAsync(UnitCsv.Parse(Shipped.Units), default);
        await shop.SweepAsync();
        (await shop.OutcomeAsync(Unit)).ShouldBe("Accepted");
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_office_that_is_gone_stops_no_review()
    {
        await using var shop = await ListShop.OpenAsync();
        var office = OfficeCsv.Parse(Shipped.Offices)[0];
        await shop.LoseAsync(StoredNames.OfficesTable, Keys.Offices, office.Id);

        (await shop.DamagesAsync()).ShouldStartWith($"Offices/office/{office.Id}: ");
        var quarter = Quarters.Quarter("2021-Q4");
        (await shop.Get<ReviewQuarter>().ReviewAsync(quarter, default)).Units.Count.ShouldBe(10);
        var reports = shop.Get<CCHC.Pipeline.Reports.ReadQuarterResults>();
        var refused = await Should.ThrowAsync<UnreadableException>(() => reports.ReadAsync(quarter, default));
        refused.Damage.Place.ShouldBe($"Offices/office/{office.Id}");

        await shop.Get<OfficeStore>().ImportAsync([office], default);
        shop.Get<Registers>().Forget();
        (await reports.ReadAsync(quarter, default)).Offices.ShouldContain(read => read.Id == office.Id);
    }

    [Fact]
    public async Task An_import_that_broke_off_is_named_and_importing_again_cures()
    {
        await using var shop = await ListShop.OpenAsync();
        var register = shop.Get<RegisterStore>();
        var tooLong = Own with { Source = new string('x', 70_000) };
        await Should.ThrowAsync<Azure.RequestFailedException>(() => register.ImportTargetsAsync([tooLong], default));

        (await shop.DamagesAsync()).ShouldStartWith($"Targets/online/{OwnTarget}: dòng này");
        await register.ImportTargetsAsync([Own], default);
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("targets", StoredNames.TargetsTable)]
    [InlineData("units", StoredNames.UnitsTable)]
    [InlineData("offices", StoredNames.OfficesTable)]
    public async Task Keys_that_are_gone_or_damaged_are_named_and_an_import_cures(string list, string table)
    {
        await using var shop = await ListShop.OpenAsync();
        var (blob, place) = (shop.Setting($"lists/{list}.json"), $"settings/lists/{list}.json");
        var sound = (await blob.DownloadContentAsync()).Value.Content.ToArray();

        foreach (var spoilt in Spoilt(sound))
        {
            await blob.DeleteIfExistsAsync();
            if (spoilt is not null)
                await blob.UploadAsync(BinaryData.FromBytes(spoilt));
            (await shop.Get<RegisterStore>().ReadAsync(default)).Damages.ShouldContain(
                damage => damage.Place == place,
                Text(spoilt)
            );
        }
        await shop.RestartAsync();
        (await shop.DamagesAsync()).ShouldStartWith(place);
        (await shop.DamagesAsync()).ShouldContain($"nhập lại danh sách (cchc {list} import)");
        await shop.ImportAsync(table);
        (await shop.DamagesAsync()).ShouldBeEmpty();
        (await blob.DownloadContentAsync()).Value.Content.ToArray().ShouldBe(sound);
    }

    private static IEnumerable<byte[]?> Spoilt(byte[] sound)
    {
        yield return null;
        yield return [];
        yield return sound[..(sound.Length / 2)];
        for (var at = 0; at < sound.Length; at += 1 + sound.Length / 20)
        {
            foreach (var bit in (byte[])[1, 0x80])
            {
                var flipped = sound.ToArray();
                flipped[at] ^= bit;
                yield return flipped;
            }
        }
    }

    private static string Text(byte[]? content) => content is null ? "" : Convert.ToHexString(content);

    [Fact]
    public async Task A_store_of_an_earlier_program_is_adopted_with_the_units_that_have_data()
    {
        await using var shop = await ListShop.OpenAsync();
        await shop.PutAsync(Unit);
        await shop.SweepAsync();
        await shop.LoseAsync(StoredNames.UnitsTable, "unit", Unit);
        foreach (var list in (string[])["units", "targets", "offices"])
        {
            await shop.Setting($"lists/{list}.json").DeleteAsync();
            await shop.Setting($"own/lists/{list}.json").DeleteAsync();
        }
        (await shop.DamagesAsync()).ShouldBeEmpty("nobody noted the rows yet");

        await shop.RestartAsync();

        (await shop.DamagesAsync()).ShouldStartWith($"Units/unit/{Unit}: ");
        await shop.LoseAsync(StoredNames.UnitsTable, "unit", Other);
        (await shop.DamagesAsync()).Split('\n').Length.ShouldBe(2);
        await shop.ImportAsync(StoredNames.UnitsTable);
        (await shop.DamagesAsync()).ShouldBeEmpty();
    }
}
