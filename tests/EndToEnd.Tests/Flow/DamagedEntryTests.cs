using CCHC.Pipeline.Ledger;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Damaged entries and markers of the journal: named while they are, forgotten once put back (design.md §4, law 2b).</summary>
public sealed class DamagedEntryTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);

    [Fact]
    public async Task Health_turns_green_by_itself_once_an_entry_was_put_back()
    {
        var unit = await TakenInAsync();
        var (name, whole) = await DamageAsync(unit, ".1");
        (await workshop.VerifyAsync()).ShouldNotBeEmpty();
        (await NamedAsync()).ShouldBe([$"journal/{name}"]);

        await WriteAsync(name, whole);

        (await NamedAsync()).ShouldBeEmpty();
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldNotBe(HealthColour.Red);
    }

    [Fact]
    public async Task A_take_in_that_reads_the_unit_soundly_takes_the_marks_away()
    {
        var unit = await TakenInAsync();
        var (name, whole) = await DamageAsync(unit, ".1");
        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(unit));
        await workshop.PutAsync(unit, Desk.File(Tuesday), Csv(Tuesday), Desk.Evening(Tuesday));
        await Should.ThrowAsync<DamagedJournalException>(() => workshop.TakeInAsync(unit, 2));
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldHaveSingleItem();

        await WriteAsync(name, whole);
        await workshop.TakeInAsync(unit, 2);

        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_marker_is_named_and_its_upload_stays_withdrawn()
    {
        var unit = await TakenInAsync();
        await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Monday), "nhầm tệp", default);
        var (name, whole) = await DamageAsync(unit, ".withdrawn");
        await workshop.DeleteAsync(StoredNames.Ledger, Paths.HotLedger(unit));

        (await workshop.Get<Rebuild>().RebuildAsync(default)).Troubles.ShouldBeEmpty();

        (await workshop.FiguresAsync(unit)).ShouldBeEmpty("it stays withdrawn");
        (await workshop.VerifyAsync()).ShouldHaveSingleItem().ShouldStartWith($"{unit}: journal/{name}: dấu rút tệp");
        (await NamedAsync()).ShouldBe([$"journal/{name}"]);
        await workshop.DeleteAsync(StoredNames.Receipts, Paths.Receipt(unit, Desk.File(Monday)));
        await Should.ThrowAsync<DamagedJournalException>(() => workshop.TakeInAsync(unit, 1));
        (await workshop.FiguresAsync(unit)).ShouldBeEmpty("and does so when it is delivered again");

        await WriteAsync(name, whole);
        (await NamedAsync()).ShouldBeEmpty();
        await workshop.TakeInAsync(unit, 1);
        (await workshop.ReceiptAsync(unit, Desk.File(Monday))).ShouldContain("Lý do: nhầm tệp.");
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    private async Task<string> TakenInAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await workshop.PutAsync(unit, Desk.File(Monday), Csv(Monday), Desk.Evening(Monday));
        await workshop.TakeInAsync(unit, 1);
        return unit;
    }

    private static byte[] Csv(DateOnly day) => Desk.Csv(Desk.Line(day, 1, "Trực tuyến"));

    /// <summary>Cuts off the end of the unit's blob of this kind.</summary>
    private async Task<(string Name, BinaryData Whole)> DamageAsync(string unit, string suffix)
    {
        var name = (await workshop.BlobsAsync(StoredNames.Journal, unit))
            .Select(blob => blob.Split(' ')[0])
            .Single(blob => blob.EndsWith(suffix, StringComparison.Ordinal));
        var blob = workshop.Get<Store>().Container(StoredNames.Journal).GetBlobClient(name);
        var whole = (await blob.DownloadContentAsync()).Value.Content;
        await WriteAsync(name, BinaryData.FromBytes(whole.ToMemory()[..^4]));
        return (name, whole);
    }

    private async Task WriteAsync(string name, BinaryData content) =>
        await workshop
            .Get<Store>()
            .Container(StoredNames.Journal)
            .GetBlobClient(name)
            .UploadAsync(content, overwrite: true);

    private async Task<IEnumerable<string>> NamedAsync() =>
        (await workshop.Get<HealthCheck>().DamagesAsync(default)).Select(damage => damage.Place);
}
