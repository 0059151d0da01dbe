using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Reports wait for what they rest on, are not given up, and are asked for again (design.md §4, law 2b).</summary>
public sealed class WaitingReportTests : IAsyncLifetime
{
    private const string Quarter = "2022-Q1";
    private const string Summary = "reports/2022-Q1/summary.docx";
    private readonly RowShop shop = new();

    public async ValueTask InitializeAsync()
    {
        await shop.InitializeAsync();
        foreach (var unit in (string[])["29956", "29962"])
            await Quarters.SendAsync(shop.Workshop, unit, Quarter, online: 3);
        await shop.ReviewAsync(Quarter);
        await shop.AskedAsync();
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Frozen_figures_that_are_damaged_or_gone_are_derived_from_the_entries_they_rest_on()
    {
        var (damaged, gone) = (await FieldsOfAsync("29956"), await FieldsOfAsync("29962"));
        var sound = (await shop.Workshop.TextAsync("reports", damaged), await shop.Workshop.TextAsync("reports", gone));
        await WriteAsync(damaged, "không phải số liệu");
        await shop.Workshop.DeleteAsync("reports", gone);
        // What came later is not what the review rests on.
        await Quarters.SendAsync(shop.Workshop, "29956", "2022-Q2", online: 1);

        await WriteReportsAsync();

        (await shop.Workshop.TextAsync("reports", damaged), await shop.Workshop.TextAsync("reports", gone)).ShouldBe(
            sound
        );
        (await HasSummaryAsync()).ShouldBeTrue();
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_that_cant_be_derived_is_named_and_put_back_the_reports_are_asked_for()
    {
        string[] units = ["29956", "29962"];
        var kept = new List<(string Blob, string Sound)>();
        foreach (var unit in units)
        {
            await Quarters.SendAsync(shop.Workshop, unit, "2022-Q2", online: 1);
            foreach (var kind in (string[])["fields", "journal"])
            {
                var blob = await FrozenAsync(kind, unit);
                kept.Add((blob, await shop.Workshop.TextAsync("reports", blob)));
                await WriteAsync(blob, "hỏng");
            }
        }

        await WriteReportsAsync();

        (await HasSummaryAsync()).ShouldBeFalse();
        (await shop.PlacesAsync()).ShouldBe([Summary, .. kept.Select(of => $"reports/{of.Blob}")], ignoreOrder: true);
        foreach (var (blob, sound) in kept)
            await WriteAsync(blob, sound);
        (await shop.PlacesAsync()).ShouldBe([Summary]);

        await TickAsync();
        (await shop.AskedAsync()).ShouldContain(NoticeMessage.ForReports(Quarter));
        await WriteReportsAsync();

        (await HasSummaryAsync()).ShouldBeTrue();
        (await shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_that_waited_for_a_follow_up_are_asked_for_once_it_is_put_right()
    {
        var item = new FollowUp
        {
            Unit = "29962",
            Period = "2021-Q4",
            Finding = "online",
            Name = "Tỷ lệ hồ sơ nộp trực tuyến",
            Times = 1,
        };
        await shop.Get<FollowUpTable>().AddAsync(item, default);
        var sound = await shop.SpoilAsync(StoredNames.FollowUpsTable, "29962", "2021-Q4-online", "Times", "hai");

        await WriteReportsAsync();

        (await shop.PlacesAsync()).ShouldBe([Summary, "FollowUps/29962/2021-Q4-online"], ignoreOrder: true);
        await shop.PutRightAsync(StoredNames.FollowUpsTable, sound);
        await TickAsync();
        (await shop.AskedAsync()).ShouldContain(NoticeMessage.ForReports(Quarter));
        await WriteReportsAsync();
        (await HasSummaryAsync()).ShouldBeTrue();
        (await shop.PlacesAsync()).ShouldBeEmpty();
        await TickAsync();
        (await shop.AskedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_reviews_is_told_in_Vietnamese_for_what_the_reports_wait()
    {
        var item = new FollowUp
        {
            Unit = "29962",
            Period = "2021-Q4",
            Finding = "online",
            Name = "Tỷ lệ hồ sơ nộp trực tuyến",
            Times = 1,
        };
        await shop.Get<FollowUpTable>().AddAsync(item, default);
        var sound = await shop.SpoilAsync(StoredNames.FollowUpsTable, "29962", "2021-Q4-online", "Times", "hai");
        string[] review = ["review", Quarter, "--storage", shop.Workshop.Connection];

        var waits = await Cchc.RunAsync(review);

        waits.ExitCode.ShouldBe(1);
        waits.Error.ShouldContain($"Các báo cáo kỳ {Quarter} chưa lập được, FollowUps/29962/2021-Q4-online: ");
        waits.Error.ShouldNotContain("The reports");
        await shop.PutRightAsync(StoredNames.FollowUpsTable, sound);
        await Cchc.DoneAsync(review);
        (await HasSummaryAsync()).ShouldBeTrue();
    }

    private Task<Damage?> WriteReportsAsync() =>
        shop.Get<WriteDocuments>().WriteAsync(NoticeMessage.ForReports(Quarter), default);

    private async Task TickAsync()
    {
        await using var pipeline = shop.Workshop.At(
            new DateTimeOffset(2022, 3, 20, 12, 0, 0, TimeSpan.Zero),
            ("Review:FirstPeriod", Quarter)
        );
        await pipeline.GetRequiredService<ReviewClosedPeriods>().ReviewAsync(default);
    }

    private Task<string> FieldsOfAsync(string unit) => FrozenAsync("fields", unit);

    private async Task<string> FrozenAsync(string kind, string unit) =>
        (await shop.Workshop.BlobsAsync("reports", $"{Quarter}/{kind}"))
            .Select(blob => blob.Split(' ')[0])
            .Single(blob => blob.Contains($"/{unit}-", StringComparison.Ordinal));

    private async Task WriteAsync(string blob, string content) =>
        await shop.Get<Store>()
            .Container("reports")
            .GetBlobClient(blob)
            .UploadAsync(BinaryData.FromString(content), true);

    private async Task<bool> HasSummaryAsync() =>
        await shop.Get<Store>().Container("reports").GetBlobClient($"{Quarter}/summary.docx").ExistsAsync();
}
