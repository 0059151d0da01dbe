using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Names that no door of ours lets in and other programs can put: they harm nobody, and no one is forgotten.</summary>
public sealed class OtherDoorsTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 3, 9);
    private static readonly string[] Unreachable = ["./x.csv", "40000/.", "40000/..", "40000/../y.csv", "../x.csv"];
    private static readonly string[] Misplaced = ["x.csv", "_/x.csv", "checklists/q1.csv", "a/b/c.csv", "40000//b.csv"];
    private readonly Workshop workshop = new();
    private string unit = "";

    public async ValueTask InitializeAsync()
    {
        await workshop.InitializeAsync();
        unit = await workshop.NewUnitAsync();
        await workshop.PutAsync(unit, Desk.File(Day), Content(1), Desk.Evening(Day));
        foreach (var name in Unreachable)
            await RawBlob.PutAsync(Exports, name, Content(2));
        foreach (var name in Misplaced)
            await Exports.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(Content(3)));
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Each_is_refused_in_a_receipt_of_its_own_and_the_rest_goes_on()
    {
        await SweepAsync();

        (await workshop.ReceiptAsync(unit, Desk.File(Day))).ShouldContain("\"accepted\"");
        var told = await workshop.Get<ReceiptStore>().SummariesAsync("_/", default);
        var files = new List<string>();
        foreach (var path in told.Keys)
        {
            var (receipt, _) = (await workshop.Get<ReceiptStore>().FindAsync(path, default)).ShouldNotBeNull();
            receipt.Outcome.ShouldBe(Outcome.Refused);
            files.Add(receipt.File);
        }
        files.Order(StringComparer.Ordinal).ShouldBe(Unreachable.Concat(Misplaced).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Running_the_sweep_twice_changes_nothing()
    {
        await SweepAsync();
        var once = await EverythingAsync();

        (await SweepAsync()).ShouldBeEmpty();

        (await EverythingAsync()).ShouldBe(once);
    }

    [Fact]
    public async Task Health_names_those_that_nobody_can_get_at_until_they_are_gone()
    {
        await SweepAsync();
        await workshop.Get<DeleteOldExports>().DeleteAsync(default);
        (await DamagedAsync()).ShouldBe(Unreachable.Select(name => $"exports/{name}"), ignoreOrder: true);
        (await workshop.Get<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Red);

        await Exports.DeleteAsync();
        await Exports.CreateAsync();
        await SweepAsync();

        (await DamagedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_can_be_reached_leaves_after_thirty_days_and_nobody_elses_file_goes_with_it()
    {
        await SweepAsync();
        // Asking for these gives those: neither may fall victim to the other.
        await Exports.GetBlobClient("40000/y.csv").UploadAsync(BinaryData.FromBytes(Content(4)));
        await using var later = workshop.At(TimeProvider.System.GetUtcNow().AddDays(31));

        await later.GetRequiredService<DeleteOldExports>().DeleteAsync(default);

        var left = (await workshop.Get<ExportStore>().ListAsync(null, default)).Select(export => export.Name);
        left.ShouldBe(Unreachable.Append("40000/y.csv"), ignoreOrder: true);
    }

    [Fact]
    public async Task Withdrawing_and_reading_again_leave_them_alone()
    {
        await SweepAsync();

        (await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, "..", "nhầm", default)).ShouldBeNull();
        var retaken = await workshop.Get<RetakeUploads>().RetakeAsync(null, default);

        retaken.Present.ShouldHaveSingleItem().File.ShouldBe(Desk.File(Day));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_name_of_all_has_a_receipt_too()
    {
        var file = new string('x', BlobNames.Longest - unit.Length - 1 - ".csv".Length) + ".csv";
        await Exports.GetBlobClient($"{unit}/{file}").UploadAsync(BinaryData.FromBytes(Content(5)));

        (await SweepAsync()).ShouldContain(receipt => receipt.File == $"{unit}/{file}");
    }

    private Azure.Storage.Blobs.BlobContainerClient Exports => workshop.Get<Store>().Container(StoredNames.Exports);

    private Task<IReadOnlyList<Receipt>> SweepAsync() =>
        workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);

    private async Task<IEnumerable<string>> DamagedAsync() =>
        (await workshop.Get<DamageMarks>().ListAsync(default)).Select(damage => damage.Place);

    private async Task<IReadOnlyList<string>> EverythingAsync()
    {
        var all = new List<string>();
        foreach (var container in (string[])[StoredNames.Receipts, StoredNames.Settings, StoredNames.Journal])
        {
            await foreach (var blob in workshop.Get<Store>().Container(container).GetBlobsAsync(new GetBlobsOptions()))
                all.Add($"{container}/{blob.Name} {blob.Properties.ETag}");
        }
        return all;
    }

    private static byte[] Content(int number) => Desk.Csv(Desk.Line(Day, number, "Trực tuyến"));
}
