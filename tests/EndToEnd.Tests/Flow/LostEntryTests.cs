using CCHC.Pipeline.Ledger;
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
    public async Task Nor_when_its_ledger_is_lost_as_well()
    {
        var unit = await TakenInAsync(2);
        await WithdrawAsync(unit);
        var figures = await workshop.FiguresAsync(unit);
        var (name, _) = await LoseAsync(unit, ".withdrawn");
        await workshop.Get<Store>().Container(StoredNames.Ledger).DeleteBlobAsync(Paths.HotLedger(unit));

        await NightAsync();

        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
        (await NamedAsync()).ShouldContain($"journal/{name}");
        await WithdrawAsync(unit);
        await SoundAsync(unit);
        (await workshop.FiguresAsync(unit)).ShouldBe(figures);
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

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_lost_entry_is_withdrawn_for_good_also_where_a_receipt_says_so_already(
        bool isTheOnlyOne,
        bool isToldAlready
    )
    {
        var unit = await TakenInAsync(isTheOnlyOne ? 1 : 2);
        var expected = isTheOnlyOne ? [] : await FiguresOfTuesdayAsync();
        var (name, whole) = await LoseAsync(unit, ".1");
        if (isToldAlready)
            await TellWithdrawnAsync(unit);

        await WithdrawAsync(unit);

        (await workshop.FiguresAsync(unit)).ShouldBe(expected);
        await SoundAsync(unit);
        await workshop.Get<RetakeUploads>().RetakeAsync(unit, default);
        await workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name).UploadAsync(whole);
        await workshop.Get<Rebuild>().RebuildAsync(default);
        (await workshop.FiguresAsync(unit)).ShouldBe(expected, "put back late, it stays withdrawn");
    }

    [Fact]
    public async Task A_marker_lost_together_with_its_entry_is_written_by_withdrawing_again()
    {
        var unit = await TakenInAsync(2);
        await WithdrawAsync(unit);
        await LoseAsync(unit, ".1");
        await LoseAsync(unit, ".withdrawn");

        await WithdrawAsync(unit);

        await SoundAsync(unit);
    }

    private Task<Receipt?> WithdrawAsync(string unit) =>
        workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);

    /// <summary>What an earlier version left: it found nothing in the journal and withdrew nothing.</summary>
    private async Task TellWithdrawnAsync(string unit)
    {
        var (receipts, path) = (workshop.Get<ReceiptStore>(), Paths.Receipt(unit, Desk.File(Monday)));
        var (told, _) = (await receipts.FindAsync(path, default)).ShouldNotBeNull();
        var withdrawal = new Withdrawal(told.TakenInAt, "nhầm tệp", told.File);
        await receipts.ReplaceAsync(told.AsWithdrawn(withdrawal, "đã rút", told.TakenInAt), path, default);
    }

    private async Task<IReadOnlyList<string>> FiguresOfTuesdayAsync()
    {
        var (other, day) = (await workshop.NewUnitAsync(), Monday.AddDays(1));
        await workshop.PutAsync(other, Desk.File(day), Csv(day), Desk.Evening(day));
        await workshop.TakeInAsync(other, 1);
        return await workshop.FiguresAsync(other);
    }

    private async Task SoundAsync(string unit)
    {
        (await workshop.Get<Rebuild>().RebuildAsync(default))
            .Troubles.Select(trouble => trouble.Unit)
            .ShouldNotContain(unit);
        (await workshop.VerifyAsync()).Where(line => line.Contains(unit, StringComparison.Ordinal)).ShouldBeEmpty();
        (await NamedAsync()).ShouldNotContain(place => place.Contains(unit, StringComparison.Ordinal));
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
