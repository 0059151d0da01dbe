using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>The copy of one mail in the place of another's, with its mark, is no copy of this one.</summary>
public sealed class CopiedMailTests(RowShop shop) : IClassFixture<RowShop>
{
    [Theory]
    [InlineData("29956", "contentmd5")]
    [InlineData("29962")]
    public async Task No_row_is_put_back_from_it(string unit, params string[] without)
    {
        var (id, place) = await PostTwoAsync(unit, without);
        await shop.Table(StoredNames.OutboxTable).DeleteEntityAsync(Keys.Mail, id);

        (await shop.Get<Rebuild>().RebuildAsync(default)).PutBack.ShouldBeEmpty();

        await shop.Get<LookAtRows>().LookAsync(default);
        (await shop.PlacesAsync()).ShouldContain(place);
    }

    [Theory]
    [InlineData("29965", "contentmd5")]
    [InlineData("29968")]
    public async Task The_night_copies_the_mail_anew(string unit, params string[] without)
    {
        var (id, _) = await PostTwoAsync(unit, without);
        (await shop.Get<MailCopies>().FindAsync(id, default)).ShouldBeNull();

        await shop.Get<LookAtRows>().LookAsync(default);

        (await shop.Get<MailCopies>().FindAsync(id, default)).ShouldNotBeNull().Id.ShouldBe(id);
    }

    private async Task<(string Id, string Place)> PostTwoAsync(string unit, string[] without)
    {
        var (id, other) = ($"late-{unit}-2022-03-01", $"late-{unit}-2022-03-02");
        foreach (var each in (string[])[id, other])
        {
            var mail = new Pipeline.Outbox.Mail(each, "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);
            (await shop.Get<PostMail>().PostAsync(mail, default)).ShouldBeTrue();
        }
        var notices = shop.Get<Store>().Container(StoredNames.Notices);
        await notices
            .GetBlobClient(Paths.MailCopy(other))
            .CopyOverAsync(notices.GetBlobClient(Paths.MailCopy(id)), without);
        return (id, $"Outbox/mail/{id}");
    }
}
