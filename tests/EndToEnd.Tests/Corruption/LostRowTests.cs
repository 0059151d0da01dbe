using System.Text;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Rows that are gone although something else says there must be some (design.md §4, law 2b).</summary>
public sealed class LostRowTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string FollowUps = StoredNames.FollowUpsTable;
    private const string Outbox = StoredNames.OutboxTable;
    private const string Checklists = StoredNames.ChecklistsTable;

    [Fact]
    public async Task A_follow_up_that_no_letter_went_out_for_is_put_back_whole_as_later_reviews_left_it()
    {
        var unit = await BelowThenMetAsync("29956", "2016");
        var before = (await RegisterAsync(unit)).ShouldHaveSingleItem();
        (before.Outcome, before.OutcomePeriod).ShouldBe((FollowUpOutcome.Corrected, "2016-Q2"));
        await shop.Table(FollowUps).DeleteEntityAsync(unit.Id, "2016-Q1-online");
        (await shop.Workshop.VerifyAsync()).ShouldContain(line =>
            line.StartsWith("FollowUps/29956/2016-Q1-online: dòng này đã mất", StringComparison.Ordinal)
        );

        await shop.Get<LookAtRows>().LookAsync(default);

        (await RegisterAsync(unit)).ShouldBe([before]);
        (await shop.Workshop.VerifyAsync()).ShouldBeEmpty();
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whose_letter_was_issued_is_named_until_a_person_puts_it_back_without_the_answer()
    {
        var unit = await BelowThenMetAsync("29962", "2018");
        await shop.Get<WriteNotice>().WriteAsync(new NoticeMessage("2018-Q1", unit.Id), default);
        var issued = await shop.Get<IssueNotice>()
            .IssueAsync(Quarters.Quarter("2018-Q1"), unit, "389", new DateOnly(2018, 3, 20), false, default);
        await shop.Get<FollowUpTable>()
            .ChangeAsync(
                unit.Id,
                "2018-Q1",
                "online",
                item => item with { Reply = "12/BC", RepliedOn = new(2018, 4, 2) },
                default
            );
        var before = (await RegisterAsync(unit)).ShouldHaveSingleItem();
        await shop.Table(FollowUps).DeleteEntityAsync(unit.Id, "2018-Q1-online");

        await shop.Get<LookAtRows>().LookAsync(default);

        (await RegisterAsync(unit)).ShouldBeEmpty();
        (await shop.PlacesAsync()).ShouldBe(["FollowUps/29962/2018-Q1-online"]);
        var rebuilt = await shop.Get<Rebuild>().RebuildAsync(default);
        rebuilt.PutBack.ShouldHaveSingleItem().Missing.ShouldContain("cchc followups reply");
        (await RegisterAsync(unit)).ShouldBe([before with { Reply = "", RepliedOn = null }]);
        before.Deadline.ShouldBe(issued.CorrectionDeadline);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2012", "Deadline")]
    [InlineData("2014", "Reply")]
    public async Task One_that_was_changed_is_not_read_and_deleted_it_is_put_back(string year, string column)
    {
        const string id = "29977";
        var unit = await BelowThenMetAsync(id, year);
        var before = await RegisterAsync(unit);
        await shop.ChangeAsync(FollowUps, id, $"{year}-Q1-online", column, "2020-06-01");

        var place = $"FollowUps/{id}/{year}-Q1-online";
        var damage = (await shop.Get<FollowUpTable>().ReadAsync(id, default)).Damages.ShouldHaveSingleItem();
        damage.ToString().ShouldContain(place);
        damage.Words.ShouldContain("có giá trị bị sửa ngoài hệ thống hoặc hỏng; ");
        (await shop.PlacesAsync()).ShouldBe([place]);

        damage.Words.ShouldContain("xóa dòng này rồi cchc rebuild");
        await shop.Table(FollowUps).DeleteEntityAsync(id, $"{year}-Q1-online");
        await shop.Get<Rebuild>().RebuildAsync(default);
        (await RegisterAsync(unit)).ShouldBe(before);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_mail_is_named_and_never_posted_or_sent_again_without_a_person()
    {
        const string id = "late-29965-2022-03-01";
        var mail = new Pipeline.Outbox.Mail(id, "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);
        (await shop.Get<PostMail>().PostAsync(mail, default)).ShouldBeTrue();
        var before = (await shop.Get<OutboxTable>().FindAsync(id, default))!;
        await shop.Table(Outbox).DeleteEntityAsync(Keys.Mail, id);

        (await shop.Get<PostMail>().PostAsync(mail, default)).ShouldBeFalse();

        (await shop.PlacesAsync()).ShouldBe([$"Outbox/mail/{id}"]);
        await shop.Get<SendMail>().SendAsync(id, default);
        await shop.Get<SweepOutbox>().SweepAsync(default);
        (await shop.Get<OutboxTable>().HasAsync(id, default)).ShouldBeFalse();
        await shop.Get<LookAtRows>().LookAsync(default);
        (await shop.PlacesAsync()).ShouldBe([$"Outbox/mail/{id}"]);

        (await shop.Get<Rebuild>().RebuildAsync(default)).PutBack.ShouldHaveSingleItem();

        (await shop.PlacesAsync()).ShouldBeEmpty();
        var held = (await shop.Get<OutboxTable>().FindAsync(id, default))!;
        held.State.ShouldBe(MailState.Held);
        held.Recipients.ShouldBe(before.Recipients);
        (held.Subject, held.Text, held.MessageId).ShouldBe((before.Subject, before.Text, before.MessageId));
        (await shop.Get<PostMail>().PostAsync(mail, default)).ShouldBeFalse();
        (await shop.Get<RetryMail>().RetryAsync(id, "", default)).ShouldBeTrue();
        await shop.Table(Outbox).DeleteEntityAsync(Keys.Mail, id);
        await shop.Workshop.DeleteAsync(StoredNames.Notices, $"mails/{id}.json");
    }

    [Fact]
    public async Task A_mails_copy_that_was_changed_is_copied_anew_and_puts_back_no_false_mail()
    {
        const string id = "late-29974-2022-03-01";
        var mail = new Pipeline.Outbox.Mail(id, "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);
        await shop.Get<PostMail>().PostAsync(mail, default);
        var copy = shop.Get<Store>().Container(StoredNames.Notices).GetBlobClient($"mails/{id}.json");
        var sound = (await copy.DownloadContentAsync()).Value.Content;
        var changed = BinaryData.FromString(sound.ToString().Replace("xa@", "ai@", StringComparison.Ordinal));
        await copy.UploadAsync(changed, overwrite: true);

        await shop.Get<LookAtRows>().LookAsync(default);
        (await copy.DownloadContentAsync()).Value.Content.ToString().ShouldBe(sound.ToString());

        await copy.UploadAsync(changed, overwrite: true);
        var row = await shop.RowAsync(Outbox, Keys.Mail, id);
        await shop.Table(Outbox).DeleteEntityAsync(Keys.Mail, id);
        (await shop.Get<Rebuild>().RebuildAsync(default)).PutBack.ShouldBeEmpty();
        await shop.Get<LookAtRows>().LookAsync(default);
        (await shop.Get<OutboxTable>().HasAsync(id, default)).ShouldBeFalse();
        (await shop.PlacesAsync()).ShouldBe([$"Outbox/mail/{id}"]);

        await shop.PutRightAsync(Outbox, row);
        await shop.Get<LookAtRows>().LookAsync(default);
        (await copy.DownloadContentAsync()).Value.Content.ToString().ShouldBe(sound.ToString());
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_of_which_no_copy_was_kept_gets_one_at_night()
    {
        const string id = "late-29968-2022-03-01";
        var mail = new Pipeline.Outbox.Mail(id, "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);
        await shop.Get<PostMail>().PostAsync(mail, default);
        await shop.Workshop.DeleteAsync(StoredNames.Notices, $"mails/{id}.json");
        (await shop.Get<MailCopies>().IdsAsync(default)).ShouldNotContain(id);

        await shop.Get<LookAtRows>().LookAsync(default);

        (await shop.Get<MailCopies>().IdsAsync(default)).ShouldContain(id);
    }

    [Fact]
    public async Task A_checklists_line_that_is_lost_is_read_again_from_it()
    {
        const string csv =
            "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n"
            + "2022-Q1,29956,printers,3,,\n2022-Q1,29962,printers,2,,\n";
        await shop.Get<ChecklistFiles>().PutAsync("phieu.csv", Encoding.UTF8.GetBytes(csv), 7, default);
        (await shop.Get<TakeInChecklist>().TakeInAsync("phieu.csv", default))!.Accepted.ShouldBe(2);
        var before = await shop.Get<ChecklistTable>().ListAsync("2022-Q1", default);
        await shop.Table(Checklists).DeleteEntityAsync("2022-Q1", "29956-printers");
        (await shop.Workshop.VerifyAsync())
            .ShouldHaveSingleItem()
            .ShouldStartWith("Checklists/2022-Q1/29956-printers: dòng này đã mất");

        await shop.Get<LookAtRows>().LookAsync(default);

        (await shop.Get<ChecklistTable>().ListAsync("2022-Q1", default)).ShouldBe(before);
        (await shop.Workshop.VerifyAsync()).ShouldBeEmpty();
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    /// <summary>Three of ten online in the first quarter, all of them in the second; no letter issued.</summary>
    private async Task<Unit> BelowThenMetAsync(string unit, string year)
    {
        await using var pipeline = shop.Workshop.At(TimeProvider.System.GetUtcNow(), ("Review:MostMissingDays", "100"));
        foreach (var (quarter, online) in new[] { ($"{year}-Q1", 3), ($"{year}-Q2", 10) })
        {
            await Quarters.SendAsync(shop.Workshop, unit, quarter, online);
            await pipeline.GetRequiredService<ReviewQuarter>().ReviewAsync(Quarters.Quarter(quarter), default);
        }
        return (await shop.Get<Registers>().GetAsync(default)).Units.Find(unit)!;
    }

    private Task<IReadOnlyList<FollowUp>> RegisterAsync(Unit unit) =>
        shop.Get<FollowUpTable>().ListAsync(unit.Id, default);
}
