using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Entries and markers that were deleted from the journal: the ledger still names them (design.md §4, law 2b).</summary>
public sealed class LostEntryTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Figures_stay_until_a_lost_entry_is_put_back(bool isTheOnlyOne)
    {
        var unit = await TakenInAsync(isTheOnlyOne ? 1 : 2);
        var (name, whole) = await LoseAsync(unit, ".1");
        var figures = await workshop.FiguresAsync(unit);

        (await workshop.VerifyAsync()).ShouldContain(line =>
            line.StartsWith($"{unit}: journal/{name}: mục nhật ký đã mất", StringComparison.Ordinal)
        );
        (await workshop.Get<Rebuild>().RebuildAsync(default))
            .Troubles.Select(trouble => trouble.Unit)
            .ShouldContain(unit);
        await NightAsync();

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await NamedAsync()).ShouldContain($"journal/{name}");
        await workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name).UploadAsync(whole);
        (await NamedAsync()).ShouldNotContain($"journal/{name}");
        await workshop.Get<Rebuild>().RebuildAsync(default);
        (await workshop.VerifyAsync()).Where(line => line.Contains(unit, StringComparison.Ordinal)).ShouldBeEmpty();
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
    }

    [Fact]
    public async Task A_withdrawn_upload_does_not_come_back_when_its_marker_is_lost()
    {
        var unit = await TakenInAsync(2);
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);
        var figures = await workshop.FiguresAsync(unit);
        var (name, _) = await LoseAsync(unit, ".withdrawn");

        await NightAsync();

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await NamedAsync()).ShouldContain($"journal/{name}");
    }

    [Fact]
    public async Task Without_a_backup_its_upload_is_withdrawn_and_sent_again()
    {
        var unit = await TakenInAsync(1);
        var figures = await workshop.FiguresAsync(unit);
        var (name, _) = await LoseAsync(unit, ".1");
        await NightAsync();

        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "mất nhật ký", default);
        await workshop.PutAsync(unit, $"lai {Desk.File(Monday)}", Csv(Monday), Desk.Evening(Monday) + 1);
        await workshop.TakeInAsync(unit, 2);

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await NamedAsync()).ShouldNotContain($"journal/{name}");
        (await workshop.VerifyAsync()).Where(line => line.Contains(unit, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task<string> TakenInAsync(int days)
    {
        var unit = await workshop.NewUnitAsync();
        for (var day = Monday; day < Monday.AddDays(days); day = day.AddDays(1))
            await workshop.PutAsync(unit, Desk.File(day), Csv(day), Desk.Evening(day));
        await workshop.TakeInAsync(unit, days);
        return unit;
    }

    private static byte[] Csv(DateOnly day) => Desk.Csv(Desk.Line(day, day.Day, "Trực tuyến"));

    private async Task<(string Name, BinaryData Whole)> LoseAsync(string unit, string suffix)
    {
        var names = (await workshop.BlobsAsync(StoredNames.Journal, unit)).Select(blob => blob.Split(' ')[0]);
        var name = names.First(name => name.EndsWith(suffix, StringComparison.Ordinal));
        var blob = workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name);
        var whole = (await blob.DownloadContentAsync()).Value.Content;
        await blob.DeleteAsync();
        return (name, whole);
    }

    /// <summary>The sweep of all uploads; other tests' units may lie damaged.</summary>
    private async Task NightAsync()
    {
        try
        {
            await workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        }
        catch (PartlyDoneException) { }
    }

    private async Task<IEnumerable<string>> NamedAsync() =>
        (await workshop.Get<HealthCheck>().DamagesAsync(default)).Select(damage => damage.Place);
}
