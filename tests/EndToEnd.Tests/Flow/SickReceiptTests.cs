using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>A receipt that says nothing says "not done": its upload is taken in again, and nobody stumbles over it.</summary>
public sealed class SickReceiptTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 14);

    public static TheoryData<string, string, string> Sick =>
        new()
        {
            { "no JSON", "{\"unit\":", "" },
            { "nothing in it", "", "" },
            { "null", "null", "" },
            { "a list", "[]", "" },
            { "no faults", "null faults", "" },
            { "another figure", "74 accepted", "" },
            { "no final", "*", "final" },
            { "no attempts", "*", "attempts" },
            { "attempts that are no number", "*", "attempts=many" },
            { "a final that is neither", "*", "final=maybe" },
            { "no metadata", "*", "exportetag,final,attempts" },
            { "another export's", "*", "exportetag=0x1" },
        };

    [Theory]
    [MemberData(nameof(Sick))]
    public async Task It_is_written_over_by_the_next_sweep(string kind, string json, string metadata)
    {
        var unit = await TakenInAsync();
        var before = await workshop.ReceiptAsync(unit, Desk.File(Day));
        var etag = await SpoilAsync(
            unit,
            json switch
            {
                "*" => before,
                "null faults" => before.Replace("\"faults\":[]", "\"faults\":null", StringComparison.Ordinal),
                "74 accepted" => before.Replace("\"accepted\":1", "\"accepted\":74", StringComparison.Ordinal),
                _ => json,
            },
            metadata
        );

        await workshop.Get<DeleteOldExports>().DeleteAsync(default);
        await workshop.Get<HealthCheck>().ColourAsync(default);
        await SweepAsync();

        var receipt = await workshop.Get<ReceiptStore>().FindFinalAsync(unit, Desk.File(Day), etag, default);
        receipt.ShouldNotBeNull(kind).Outcome.ShouldBe(Outcome.Accepted);
        receipt.Accepted.ShouldBe(1, kind);
        (await SweepAsync()).ShouldBeEmpty();
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Health_names_it_while_its_upload_is_gone()
    {
        var unit = await TakenInAsync();
        await SpoilAsync(unit, "{", "");
        await workshop.DeleteAsync(StoredNames.Exports, Paths.Export(unit, Desk.File(Day)));

        (await workshop.Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, Desk.File(Day)), default)).ShouldBeNull();
        (await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Day), "nhầm", default)).ShouldBeNull();

        var damage = (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldHaveSingleItem();
        damage.Place.ShouldBe($"receipts/{unit}/{Desk.File(Day)}.json");
        await workshop.Get<DamageMarks>().ClearAsync(damage.Place, default);
    }

    [Fact]
    public async Task Withdrawing_and_reading_again_get_over_it()
    {
        var unit = await TakenInAsync();
        await SpoilAsync(unit, "{", "");

        (await workshop.Get<RetakeUploads>().RetakeAsync(unit, default)).Present.ShouldBeEmpty();
        var receipt = await workshop.Get<WithdrawUpload>().WithdrawAsync(unit, Desk.File(Day), "nhầm", default);

        receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Withdrawn);
        (await workshop.ReceiptAsync(unit, Desk.File(Day))).ShouldContain("\"withdrawn\"");
        (await workshop.FiguresAsync(unit)).ShouldBeEmpty();
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldNotContain(damage =>
            damage.Place.Contains(unit, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("another message", "")]
    [InlineData("*", "attempts")]
    [InlineData("*", "outcome=Sonstwas")]
    public async Task A_checklists_receipt_is_written_over_likewise(string json, string metadata)
    {
        var file = $"q1-{json.Length}-{metadata.Length}.csv";
        await workshop.Get<ChecklistFiles>().PutAsync(file, "a,b\n1,2\n"u8.ToArray(), Desk.Evening(Day), default);
        await workshop.Get<SweepChecklists>().SweepAsync(default);
        var path = Paths.ChecklistReceipt(file);
        var before = await workshop.TextAsync(StoredNames.Receipts, path);
        var properties = (await Receipts.GetBlobClient(path).GetPropertiesAsync()).Value;
        var body = json switch
        {
            "*" => before,
            "another message" => before.Replace("\"message\":\"", "\"message\":\"Đã sửa. ", StringComparison.Ordinal),
            _ => json,
        };
        await OverwriteAsync(path, body, Changed(properties.Metadata, metadata));

        var taken = await workshop.Get<SweepChecklists>().SweepAsync(default);

        taken.ShouldHaveSingleItem().File.ShouldBe(file);
        (await workshop.TextAsync(StoredNames.Receipts, path)).ShouldNotContain("Đã sửa");
        (await workshop.Get<SweepChecklists>().SweepAsync(default)).ShouldBeEmpty();
        (await workshop.Get<DamageMarks>().ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_under_checklists_and_a_checklist_of_that_name_each_have_their_receipt()
    {
        await workshop.Get<ChecklistFiles>().PutAsync("trung.csv", "a,b\n"u8.ToArray(), Desk.Evening(Day), default);
        var exports = workshop.Get<Store>().Container(StoredNames.Exports);
        await exports.GetBlobClient("checklists/trung.csv").UploadAsync(BinaryData.FromString("x"));

        await workshop.Get<SweepChecklists>().SweepAsync(default);
        await SweepAsync();

        (await workshop.Get<SweepChecklists>().SweepAsync(default)).ShouldBeEmpty();
        (await SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_on_a_receipt_ends_in_an_error_and_the_upload_is_taken_up_later()
    {
        var (unit, other) = (await TakenInAsync(), await workshop.NewUnitAsync());
        var blob = Receipts.GetBlobClient(Paths.Receipt(unit, Desk.File(Day)));
        var lease = blob.GetBlobLeaseClient();
        await PutAsync(unit, 2);
        await PutAsync(other, 1);
        await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        var thrown = await Should.ThrowAsync<PartlyDoneException>(SweepAsync);
        await lease.ReleaseAsync();

        thrown.Message.ShouldContain($"exports/{unit}/{Desk.File(Day)}");
        (await workshop.ReceiptAsync(other, Desk.File(Day))).ShouldContain("\"accepted\"");
        (await SweepAsync()).ShouldHaveSingleItem().Unit.ShouldBe(unit);
    }

    private Azure.Storage.Blobs.BlobContainerClient Receipts => workshop.Get<Store>().Container(StoredNames.Receipts);

    private async Task<string> TakenInAsync()
    {
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, 1);
        await workshop.TakeInAsync(unit, 1);
        return unit;
    }

    private Task PutAsync(string unit, int dossiers) =>
        workshop.PutAsync(
            unit,
            Desk.File(Day),
            Desk.Csv(Enumerable.Range(1, dossiers).Select(number => Desk.Line(Day, number, "Trực tuyến"))),
            Desk.Evening(Day) + dossiers
        );

    /// <summary>The ETag of the export that it should speak of.</summary>
    private async Task<string> SpoilAsync(string unit, string json, string metadata)
    {
        var export = (await workshop.Get<ExportStore>().ListAsync($"{unit}/", default)).Single();
        var path = Paths.Receipt(unit, Desk.File(Day));
        var sound = (await Receipts.GetBlobClient(path).GetPropertiesAsync()).Value.Metadata;
        await OverwriteAsync(path, json, Changed(sound, metadata));
        return export.ETag;
    }

    private static Dictionary<string, string> Changed(IDictionary<string, string> metadata, string changes)
    {
        var changed = new Dictionary<string, string>(metadata);
        foreach (var change in changes.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (change.Split('=') is [var key, var value])
                changed[key] = value;
            else
                changed.Remove(change);
        }
        return changed;
    }

    private async Task OverwriteAsync(string path, string json, Dictionary<string, string> metadata) =>
        await Receipts
            .GetBlobClient(path)
            .UploadAsync(BinaryData.FromString(json), new BlobUploadOptions { Metadata = metadata });

    private Task<IReadOnlyList<Receipt>> SweepAsync() =>
        workshop.Get<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
}
