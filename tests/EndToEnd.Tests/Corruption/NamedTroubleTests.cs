using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Outbox.Reminders;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Who sets something aside says so, and what it did all the same.</summary>
public sealed class NamedTroubleTests(RowShop shop) : IClassFixture<RowShop>
{
    [Fact]
    public async Task Corrections_name_each_letter_that_cant_be_read_and_what_they_drafted()
    {
        const string quarter = "2022-Q1";
        await shop.ReviewAsync(quarter);
        string[] units = ["29956", "29962", "29971"];
        foreach (var unit in units)
            await Quarters.SendAsync(shop.Workshop, unit, quarter, online: 3);
        foreach (var unit in units[..2])
            await shop.Get<Store>()
                .Container(StoredNames.Notices)
                .GetBlobClient(Paths.Issue(quarter, unit))
                .UploadAsync(BinaryData.FromString("{"));

        var told = await Cchc.RunAsync("notices", "correct", quarter, "--storage", shop.Workshop.Connection);

        told.ExitCode.ShouldBe(1);
        foreach (var unit in units[..2])
            told.Output.ShouldContain($"Chưa so sánh được {unit}: notices/{quarter}/issued/{unit}.json");
        told.Output.ShouldContain($"Dự thảo: notices/{quarter}/corrections/{units[2]}.docx");
        told.Output.ShouldContain("1 đơn vị có số liệu khác kết quả đã chốt");
    }

    [Fact]
    public async Task Reminders_name_the_unit_of_an_item_that_cant_be_read()
    {
        var item = new FollowUp
        {
            Unit = "29974",
            Period = "2021-Q4",
            Finding = "online",
            Name = "Tỷ lệ hồ sơ nộp trực tuyến",
            Times = 1,
        };
        await shop.Get<FollowUpTable>().AddAsync(item, default);
        var sound = await shop.ChangeAsync(StoredNames.FollowUpsTable, item.Unit, "2021-Q4-online", "Name", "khác");

        var plan = await shop.Get<PlanReminders>().PlanAsync(new DateOnly(2022, 3, 28), default);

        plan.Unread.ShouldContain(trouble =>
            trouble.Unit == item.Unit && trouble.Words.StartsWith("FollowUps/29974/2021-Q4-online: ")
        );
        await shop.PutRightAsync(StoredNames.FollowUpsTable, sound);
        (await shop.Get<PlanReminders>().PlanAsync(new DateOnly(2022, 3, 28), default)).Unread.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_of_another_unit_is_to_be_moved_out_and_not_to_be_restored()
    {
        await Quarters.SendAsync(shop.Workshop, "29977", "2022-Q1", online: 3);
        await Quarters.SendAsync(shop.Workshop, "29980", "2022-Q2", online: 3);
        var container = shop.Get<Store>().Container(StoredNames.Journal);
        var journal = shop.Get<JournalStore>();
        var from = (await journal.PlacesAsync("29980", default))[0].Path;
        var to = "29977" + from[5..];
        var content = (await container.GetBlobClient(from).DownloadContentAsync()).Value.Content;
        await container.GetBlobClient(to).UploadAsync(content);

        var damaged = await Should.ThrowAsync<DamagedJournalException>(() => journal.ReadAllAsync("29977", default));

        damaged.Damage.Words.ShouldStartWith($"tệp này là bản chép của một mục nhật ký khác ({from}): chuyển tệp ra");
        (await shop.PlacesAsync()).ShouldContain($"journal/{to}");
        await container.GetBlobClient(to).DeleteAsync();
        (await shop.PlacesAsync()).ShouldNotContain($"journal/{to}");
    }
}
