using System.Text.Json;
using Azure.Storage.Blobs.Models;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>File names with every odd character: each upload gets its receipt at its own place and touches no other.</summary>
public class OddNamesTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 10);
    private const string Other = "khac-2022-03-10.csv";

    public static TheoryData<string> Names =>
        [
            "ngày # 2022-03-10.csv",
            "100 % 2022-03-10.csv",
            "%2F%2e%2E 2022-03-10.csv",
            "sao? 2022-03-10.csv?x=1&y=2",
            "'nháy' \"kép\" 2022-03-10.csv",
            "  hai  cách  2022-03-10.csv  ",
            "mặt cười 😀 2022-03-10.csv",
            "\u202Evsc.2022-03-10.csv",
            "ngắt\u200Bkhông\u00A0rộng 2022-03-10.csv",
            "<script>alert(1)<script> 2022-03-10.csv",
            "=cmd|' C calc'!A0 2022-03-10.csv",
            "{0} $(x) `y` ; & | * 2022-03-10.csv",
            "ba chấm 2022-03-10.csv...",
            "..2022-03-10.csv",
            "2022-03-10.csv.json",
            "khac-2022-03-10.csv.faults.csv",
            "CON 2022-03-10",
            "e\u0301 tách dấu 2022-03-10.csv",
            "dài 2022-03-10 " + new string('x', 200) + ".csv",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_upload_with_an_odd_name_gets_its_own_receipt(string file)
    {
        var unit = await workshop.NewUnitAsync();
        await workshop.PutAsync(unit, Other, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await workshop.Get<TakeInExports>().TakeInAsync($"{unit}/{Other}", default);
        var before = await ReceiptsAsync(unit);

        await PutAsync($"{unit}/{file}", Desk.Csv(Desk.Line(Day, 2, "Trực tiếp"), "x;;;;;;;"));
        (await ListedAsync(unit)).ShouldContain($"{unit}/{file}");
        var receipt = await workshop.Get<TakeInExports>().TakeInAsync($"{unit}/{file}", default);

        receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Partly);
        using var json = JsonDocument.Parse(await workshop.ReceiptAsync(unit, file));
        json.RootElement.GetProperty("file").GetString().ShouldBe(file);
        var after = await ReceiptsAsync(unit);
        foreach (var (name, etag) in before)
            after[name].ShouldBe(etag, name);
        after
            .Keys.Except(before.Keys)
            .ShouldAllBe(name => name.StartsWith($"{unit}/{file}.", StringComparison.Ordinal));
        (await workshop.VerifyAsync()).ShouldBeEmpty();
    }

    /// <summary>An event names what is gone meanwhile, or never was: <see cref="OtherDoorsTests"/> for what lies there.</summary>
    [Theory]
    [InlineData("sub/a-2022-03-10.csv")]
    [InlineData("a\\b-2022-03-10.csv")]
    [InlineData("%2E%2E/29956/a-2022-03-10.csv")]
    [InlineData("../29956/a-2022-03-10.csv")]
    [InlineData("a-2022-03-10.csv/")]
    [InlineData("a-2022-03-10.csv")]
    public async Task What_lies_nowhere_leaves_no_receipt(string rest)
    {
        var unit = await workshop.NewUnitAsync();
        var before = await ReceiptsAsync("");

        (await workshop.Get<TakeInExports>().TakeInAsync($"{unit}/{rest}", default)).ShouldBeNull();

        (await ReceiptsAsync("")).ShouldBe(before, ignoreOrder: true);
    }

    /// <summary>As other programs put it, which let more through than our own doors do.</summary>
    private async Task PutAsync(string name, byte[] content) =>
        await workshop
            .Get<Store>()
            .Container(StoredNames.Exports)
            .GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(content));

    private async Task<Dictionary<string, string>> ReceiptsAsync(string unit)
    {
        var receipts = new Dictionary<string, string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = unit.Length == 0 ? null : unit + "/" };
        await foreach (var blob in workshop.Get<Store>().Container(StoredNames.Receipts).GetBlobsAsync(options))
            receipts.Add(blob.Name, $"{blob.Properties.ETag}");
        return receipts;
    }

    private async Task<IReadOnlyList<string>> ListedAsync(string unit) =>
        [.. (await workshop.Get<ExportStore>().ListAsync(unit + "/", default)).Select(export => export.Name)];
}
