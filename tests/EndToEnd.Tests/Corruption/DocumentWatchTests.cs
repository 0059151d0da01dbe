using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>The night's look at documents, and what it and a review do about those that are gone or damaged.</summary>
public sealed class DocumentWatchTests(Papers papers) : IClassFixture<Papers>
{
    private const string Quarter = Papers.Quarter;
    private const string Letter = $"notices/{Quarter}/issued/{Papers.Issued}.docx";
    private const string Page = $"notices/{Quarter}/issued/{Papers.Issued}.html";

    public static MatrixTheoryData<string, Harm> Harmed =>
        new(Papers.All, [Harm.CutInHalf, Harm.PutOver, Harm.Deleted]);

    [Theory]
    [MemberData(nameof(Harmed))]
    public async Task The_night_draws_a_lost_or_damaged_document_again(string paper, Harm harm)
    {
        var sound = await papers.BytesAsync(paper);
        await papers.HarmAsync(paper, harm);

        await LookAsync();

        (await papers.BytesAsync(paper)).ShouldBe(sound);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_of_which_nothing_is_left_is_drawn_from_its_record()
    {
        var (letter, page) = (await papers.BytesAsync(Letter), await papers.BytesAsync(Page));
        await papers.HarmAsync(Letter, Harm.Deleted);
        await papers.HarmAsync(Page, Harm.Deleted);

        await LookAsync();

        (await papers.BytesAsync(Letter)).ShouldBe(letter);
        (await papers.BytesAsync(Page)).ShouldBe(page);
    }

    [Theory]
    [InlineData(Harm.Deleted)]
    [InlineData(Harm.PutOver)]
    public async Task A_finished_review_asks_again_for_what_is_gone_or_damaged(Harm harm)
    {
        await papers.HarmAsync($"notices/{Quarter}/{Papers.Draft}.docx", harm);
        await papers.HarmAsync($"reports/{Paths.Form06(Quarter)}", harm);

        await papers.Shop.ReviewAsync(Quarter);

        var asked = await papers.Shop.AskedAsync();
        asked.ShouldBe(
            [new NoticeMessage(Quarter, Papers.Draft), NoticeMessage.ForReports(Quarter)],
            comparer: new ByWhatIsAsked()
        );
        foreach (var message in asked)
            (await papers.Shop.Get<WriteDocuments>().WriteAsync(message, default)).ShouldBeNull();
        await papers.Shop.ReviewAsync(Quarter);
        (await papers.Shop.AskedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Within_a_week_of_nights_each_document_is_read()
    {
        var sound = await papers.BytesAsync(Page);
        await papers.HarmAsync(Page, Harm.Rotten);
        var nights = 0;

        for (var quarter = 0; quarter < 28; quarter++)
        {
            await using var pipeline = papers.Shop.Workshop.At(
                new DateTimeOffset(2022, 4, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quarter)
            );
            await pipeline.GetRequiredService<LookAtDocuments>().LookAsync(default);
            nights += (await papers.BytesAsync(Page)).SequenceEqual(sound) ? 0 : 1;
        }

        (await papers.BytesAsync(Page)).ShouldBe(sound);
        nights.ShouldBeLessThan(28);
    }

    [Fact]
    public async Task A_letter_that_would_come_out_otherwise_today_is_named_until_it_is_put_back_or_issued_once_more()
    {
        var (letter, authority) = (await papers.BytesAsync(Letter), papers.Shop.Get<StaffSetting<Authorities>>());
        var shipped = CCHC.Pipeline.Units.Shipped.Read("authority.json");
        await authority.WriteAsync(shipped.Replace("Chủ tịch", "Quyền Chủ tịch", StringComparison.Ordinal), default);
        await papers.HarmAsync(Letter, Harm.Deleted);

        await LookAsync();

        var named = (await papers.Shop.Get<HealthCheck>().DamagesAsync(default)).ShouldHaveSingleItem();
        named.Place.ShouldBe(Letter);
        named.Words.ShouldContain($"cchc notices issue {Quarter} {Papers.Issued} --number 389 --date 2022-03-25");
        (await papers.Shop.Get<VerifyRebuild>().VerifyAsync(default)).ShouldContain(line => line.StartsWith(Letter));
        await papers.IssueAsync("389", new(2022, 3, 25));
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
        (await papers.BytesAsync(Letter)).ShouldNotBe(letter);

        await authority.WriteAsync(shipped, default);
        await papers.IssueAsync("389", new(2022, 3, 25));
        (await papers.BytesAsync(Letter)).ShouldBe(letter);
    }

    [Theory]
    [InlineData(Harm.Deleted)]
    [InlineData(Harm.CutInHalf)]
    public async Task A_correction_is_named_with_the_command_that_drafts_it_anew(Harm harm)
    {
        await Quarters.SendAsync(papers.Shop.Workshop, "29971", Quarter, online: 4);
        await papers.Shop.Get<WriteCorrections>().WriteAsync(Quarters.Quarter(Quarter), default);
        var draft = $"notices/{Paths.CorrectionDocx(Quarter, "29971")}";
        await papers.HarmAsync(draft, harm);

        await LookAsync();

        var named = (await papers.Shop.Get<HealthCheck>().DamagesAsync(default)).ShouldHaveSingleItem();
        (named.Place, named.Words).ShouldBe((draft, $"{MendWords}; soạn lại: cchc notices correct {Quarter}"));
        await papers.Shop.Get<WriteCorrections>().WriteAsync(Quarters.Quarter(Quarter), default);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    private const string MendWords = "tài liệu này bị mất hoặc không còn đúng như khi soạn";

    private Task LookAsync() => papers.Shop.Get<LookAtRows>().LookAsync(default);

    private sealed class ByWhatIsAsked : IEqualityComparer<NoticeMessage>
    {
        public bool Equals(NoticeMessage? x, NoticeMessage? y) => (x?.Period, x?.Unit) == (y?.Period, y?.Unit);

        public int GetHashCode(NoticeMessage message) => message.Unit.GetHashCode(StringComparison.Ordinal);
    }
}
