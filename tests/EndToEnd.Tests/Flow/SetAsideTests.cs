using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A unit whose data can't be read when its quarter is reviewed (design.md §4, laws 2b and 10).</summary>
public sealed class SetAsideTests : IAsyncLifetime
{
    private const string First = "2022-Q1";
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task It_waits_by_name_and_alone_until_it_is_mended()
    {
        var (damaged, sound) = (await SentAsync(), await SentAsync());
        var mend = await DamageAsync(damaged);

        (await TickAsync()).ShouldBeEmpty("the next quarter is compared with this one, so it waits, too");

        var asked = await AskedAsync();
        asked.ShouldContain(sound);
        asked.ShouldNotContain(damaged);
        asked.ShouldNotContain("all", "the reports' totals would lack it");
        (await DamagedAsync()).ShouldContain($"Reviews/{First}/{damaged}");
        (await DamagedAsync()).ShouldNotContain($"Reviews/{First}/{sound}");
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);
        (await workshop.Get<FollowUpTable>().ListAsync(sound, default)).ShouldNotBeEmpty();
        (
            await Should.ThrowAsync<InvalidDataException>(() => workshop.Get<WriteReports>().WriteAsync(First, default))
        ).Message.ShouldContain(damaged);

        await WriteAsync(asked);
        (await TickAsync()).ShouldBeEmpty();
        (await AskedAsync()).ShouldBeEmpty("all letters but one are written");

        await mend();
        (await TickAsync()).ShouldBe([First, "2022-Q2"]);

        (await AskedAsync()).Take(2).ShouldBe([damaged, "all"]);
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldNotBe(HealthColour.Red);
        var reviewed = await workshop.Get<ReviewQuarter>().FindAsync(Quarters.Quarter(First), default);
        reviewed!.Units.Single(unit => unit.Unit.Id == damaged).Findings[0].Figure.Num.ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_and_the_search_for_corrections_name_it_and_see_all_others()
    {
        var (damaged, sound) = (await SentAsync(), await SentAsync());
        var quarter = Quarters.Quarter(First);
        await workshop.Get<ReviewQuarter>().ReviewAsync(quarter, default);
        await DamageAsync(damaged);

        var seen = await workshop.Get<ReviewQuarter>().DryRunAsync(quarter, default);
        var found = await workshop.Get<WriteCorrections>().WriteAsync(quarter, default);

        seen.Waiting.ShouldHaveSingleItem().ToString().ShouldStartWith($"{damaged}: journal/{damaged}/");
        seen.Units.Select(unit => unit.Unit.Id).ShouldContain(sound);
        seen.Units.Select(unit => unit.Unit.Id).ShouldNotContain(damaged);
        found!.Unread.ShouldHaveSingleItem().Unit.ShouldBe(damaged);
        found.Units.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_backup_the_upload_is_read_again_or_withdrawn(bool isReadAgain)
    {
        var unit = await SentAsync();
        var figures = await workshop.FiguresAsync(unit);
        var file = (await workshop.Get<ExportStore>().ListAsync(unit + "/", default))[0].Name[(unit.Length + 1)..];
        await DamageAsync(unit);
        (await workshop.VerifyAsync()).ShouldNotBeEmpty();

        if (isReadAgain)
            await workshop.Get<RetakeUploads>().RetakeAsync(unit, default);
        else
            (await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, file, "hỏng", default)).ShouldNotBeNull();

        (await workshop.VerifyAsync()).ShouldBeEmpty();
        (await workshop.FiguresAsync(unit)).ShouldBe(isReadAgain ? figures : []);
        (await DamagedAsync()).ShouldBeEmpty();
    }

    private async Task<string> SentAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await Quarters.SendAsync(workshop, unit, First, online: 1);
        return unit;
    }

    private async Task<IReadOnlyList<string>> TickAsync()
    {
        await using var pipeline = workshop.At(
            new DateTimeOffset(2022, 8, 1, 12, 0, 0, TimeSpan.Zero),
            ("Review:FirstPeriod", First),
            ("Review:MostMissingDays", "100")
        );
        return await pipeline.GetRequiredService<ReviewClosedPeriods>().ReviewAsync(default);
    }

    /// <summary>Breaks a unit's ledger and journal; returns how to put the journal back.</summary>
    private async Task<Func<Task>> DamageAsync(string unit)
    {
        var name = (await workshop.BlobsAsync(StoredNames.Journal, unit))[0].Split(' ')[0];
        var entry = workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name);
        var whole = (await entry.DownloadContentAsync()).Value.Content;
        await entry.UploadAsync(BinaryData.FromString("damaged"), overwrite: true);
        await workshop
            .Get<Store>()
            .Container(StoredNames.Ledger)
            .GetBlobClient(Paths.HotLedger(unit))
            .UploadAsync(BinaryData.FromString("damaged"), overwrite: true);
        return async () =>
        {
            await entry.UploadAsync(whole, overwrite: true);
            await workshop.Get<Rebuild>().RebuildAsync(default);
        };
    }

    /// <summary>Units whose letters are asked for now, in order; they are asked for no more.</summary>
    private async Task<IReadOnlyList<string>> AskedAsync()
    {
        var queue = workshop.Get<Store>().Queue(StoredNames.NoticesQueue);
        var messages = (await queue.ReceiveMessagesAsync(32)).Value;
        await queue.ClearMessagesAsync();
        return [.. messages.Select(message => NoticeMessage.FromJson(message.Body.ToString()).Unit)];
    }

    private async Task WriteAsync(IEnumerable<string> units)
    {
        foreach (var unit in units)
            await workshop.Get<WriteNotice>().WriteAsync(new NoticeMessage(First, unit), default);
    }

    private async Task<IEnumerable<string>> DamagedAsync() =>
        (await workshop.Get<DamageMarks>().ListAsync(default)).Select(damage => damage.Place);
}
