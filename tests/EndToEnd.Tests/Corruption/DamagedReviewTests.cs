using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A frozen row that can't be read sets its unit aside, and nobody else (design.md §4, laws 2b and 10).</summary>
public sealed class DamagedReviewTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string Broken = "29956";
    private const string Reviews = StoredNames.ReviewsTable;

    public static TheoryData<int, string, object?> Spoilt =>
        new()
        {
            { 2010, "Findings", null },
            { 2011, "Findings", "[{" },
            { 2012, "Findings", "[null]" },
            { 2013, "Findings", 7 },
            { 2014, "WorkingDays", "sáu mươi" },
            { 2015, "MissingDays", "2015-02-30" },
            { 2016, "PreviousLength", 12 },
            { 2017, "Previous0", "{}" },
            { 2018, "JournalSha256", "abc" },
            { 2019, "Scheme", "lịch riêng" },
        };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task The_next_quarter_waits_for_that_unit_alone(int year, string column, object? value)
    {
        await shop.ReviewAsync($"{year}-Q1");
        var sound = await shop.SpoilAsync(Reviews, $"{year}-Q1", Broken, column, value);
        await shop.AskedAsync();

        await OthersGoOnAsync(year);

        (await shop.PlacesAsync()).ShouldBe(
            [$"Reviews/{year}-Q1/{Broken}", $"Reviews/{year}-Q2/{Broken}"],
            ignoreOrder: true
        );
        await shop.PutRightAsync(Reviews, sound);
        await AllIsWellAsync(year);
    }

    [Fact]
    public async Task A_frozen_row_that_is_lost_is_not_a_unit_without_a_quarter_before()
    {
        await shop.ReviewAsync("2020-Q1");
        var sound = await shop.RowAsync(Reviews, "2020-Q1", Broken);
        await shop.Table(Reviews).DeleteEntityAsync("2020-Q1", Broken);
        await shop.AskedAsync();

        await OthersGoOnAsync(2020);

        (await shop.PlacesAsync()).ShouldContain($"Reviews/2020-Q1/{Broken}");
        await shop.PutRightAsync(Reviews, sound);
        await AllIsWellAsync(2020);
    }

    [Fact]
    public async Task A_row_of_nobody_is_named_and_holds_up_nobody()
    {
        await shop.ReviewAsync("2021-Q1");
        await shop.Table(Reviews).AddEntityAsync(new TableEntity("2021-Q1", "xã lạ") { ["Scheme"] = "statutory" });

        (await shop.ReviewAsync("2021-Q2")).Waiting.ShouldBeEmpty();

        (await shop.PlacesAsync()).ShouldBe(["Reviews/2021-Q1/xã lạ"]);
        await shop.Table(Reviews).DeleteEntityAsync("2021-Q1", "xã lạ");
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_review_of_which_nobody_knows_whether_it_is_done_is_not_done_again()
    {
        await shop.ReviewAsync("2022-Q1");
        await shop.AskedAsync();
        var sound = await shop.SpoilAsync(Reviews, "2022-Q1", "all", "Units", "mười");

        await TickAsync("2022-Q1");
        (await Should.ThrowAsync<UnreadableException>(() => shop.ReviewAsync("2022-Q1"))).Message.ShouldContain(
            "Reviews/2022-Q1/all"
        );
        (await shop.AskedAsync()).Where(asked => asked.Period == "2022-Q1").ShouldBeEmpty();
        (await shop.ReviewAsync("2022-Q2")).Units.Count.ShouldBe(10);
        (await shop.PlacesAsync()).ShouldBe(["Reviews/2022-Q1/all"]);

        await shop.PutRightAsync(Reviews, sound);
        (await shop.ReviewAsync("2022-Q1")).Units.Count.ShouldBe(10);
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_letter_waits_and_is_asked_for_once_its_row_is_put_right()
    {
        await shop.ReviewAsync("2023-Q1");
        await shop.AskedAsync();
        var sound = await shop.SpoilAsync(Reviews, "2023-Q1", Broken, "Findings", "không phải JSON");

        await shop.Get<WriteDocuments>().WriteAsync(new NoticeMessage("2023-Q1", Broken), default);
        await shop.Get<WriteDocuments>().WriteAsync(new NoticeMessage("2023-Q1", "29962"), default);

        (await LettersAsync("2023-Q1")).ShouldBe(["29962"]);
        await Should.ThrowAsync<UnreadableException>(() => shop.Get<WriteReports>().WriteAsync("2023-Q1", default));
        var corrections = await shop.Get<WriteCorrections>().WriteAsync(Quarters.Quarter("2023-Q1"), default);
        corrections!.Unread.ShouldHaveSingleItem().Unit.ShouldBe(Broken);
        var issued = await Should.ThrowAsync<UnreadableException>(async () =>
            await shop.Get<IssueNotice>()
                .IssueAsync(Quarters.Quarter("2023-Q1"), await UnitAsync(), "1", new DateOnly(2023, 3, 20), default)
        );
        issued.Message.ShouldContain($"Reviews/2023-Q1/{Broken}");
        (await shop.PlacesAsync()).ShouldBe([$"Reviews/2023-Q1/{Broken}"]);

        await shop.PutRightAsync(Reviews, sound);
        (await shop.PlacesAsync()).ShouldBeEmpty();
        await TickAsync("2024-Q1");

        (await shop.AskedAsync()).ShouldContain(asked => asked.Period == "2023-Q1" && asked.Unit == Broken);
        await TickAsync("2024-Q1");
        (await shop.AskedAsync()).Where(asked => asked.Period == "2023-Q1").ShouldBeEmpty();
    }

    /// <summary>The next quarter's review: nine units are judged, the tenth is named.</summary>
    private async Task OthersGoOnAsync(int year)
    {
        var next = await shop.ReviewAsync($"{year}-Q2");
        next.Units.Count.ShouldBe(9);
        var waiting = next.Waiting.ShouldHaveSingleItem();
        waiting.Unit.ShouldBe(Broken);
        waiting.Words.ShouldContain($"Reviews/{year}-Q1/{Broken}: ");
        (await shop.AskedAsync()).Select(asked => asked.Unit).ShouldBe(next.Units.Select(unit => unit.Unit.Id), true);
        (await shop.Table(Reviews).GetEntityIfExistsAsync<TableEntity>($"{year}-Q2", Broken)).HasValue.ShouldBeFalse();
    }

    private async Task AllIsWellAsync(int year)
    {
        (await shop.PlacesAsync()).ShouldBe([$"Reviews/{year}-Q2/{Broken}"], "the next quarter still waits for it");
        var whole = await shop.ReviewAsync($"{year}-Q2");
        (await shop.PlacesAsync()).ShouldBeEmpty();
        whole.Units.Count.ShouldBe(10);
        whole.Waiting.ShouldBeEmpty();
        whole.Units.Single(unit => unit.Unit.Id == Broken).Previous!.Period.ShouldBe($"{year}-Q1");
        (await shop.AskedAsync()).ShouldContain(asked => asked.IsForReports);
    }

    private async Task<Pipeline.Units.Unit> UnitAsync() =>
        (await shop.Get<Registers>().GetAsync(default)).Units.Find(Broken)!;

    private async Task TickAsync(string first)
    {
        await using var pipeline = shop.Workshop.At(
            new DateTimeOffset(2024, 3, 30, 12, 0, 0, TimeSpan.Zero),
            ("Review:FirstPeriod", first),
            ("Review:ChecklistWaitDays", "0")
        );
        await pipeline.GetRequiredService<ReviewClosedPeriods>().ReviewAsync(default);
    }

    private async Task<IReadOnlyList<string>> LettersAsync(string quarter) =>
        [
            .. (await shop.Workshop.BlobsAsync(StoredNames.Notices, quarter))
                .Select(blob => blob.Split(' ')[0])
                .Where(name => name.EndsWith(".html", StringComparison.Ordinal))
                .Select(name => name.Split('/')[1].Split('.')[0]),
        ];
}
