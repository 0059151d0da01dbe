using CCHC.EndToEnd.Tests.Flow;
using CCHC.EndToEnd.Tests.Recovery;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class ReceiptsTests(Stores stores)
{
    private static readonly DateOnly Day = new(2022, 3, 14);
    private readonly string store = stores.New();

    [Fact]
    public async Task A_receipt_is_written_out_as_a_page_and_its_faults_as_tables()
    {
        using var folder = new Folder();
        folder.Write(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến"), "x;;;;;;;"), "29956", "ngày 2022-03-14.csv");
        folder.Write(Desk.Csv(Desk.Line(Day, 2, "Trực tuyến")), "29956", "khac-2022-03-14.csv");
        var ingest = await Cchc.RunAsync("ingest", folder["29956"], "--storage", store);
        ingest.Error.ShouldContain("cchc receipts");

        var all = await Cchc.DoneAsync("receipts", "29956", "--out", folder["ra"], "--storage", store);
        var one = await Cchc.DoneAsync(
            "receipts",
            "29956",
            "ngày 2022-03-14.csv".Normalize(System.Text.NormalizationForm.FormD),
            "--out",
            folder["mot"],
            "--storage",
            store
        );

        string[] ofOne =
        [
            "ngày 2022-03-14.csv.faults.csv",
            "ngày 2022-03-14.csv.faults.xlsx",
            "ngày 2022-03-14.csv.html",
        ];
        one.Lines.Select(Path.GetFileName).ShouldBe(ofOne);
        all.Lines.Select(Path.GetFileName).ShouldBe(["khac-2022-03-14.csv.html", .. ofOne]);
        (await File.ReadAllTextAsync(folder["mot", "29956", ofOne[2]])).ShouldContain("Nhận một phần");
        (await File.ReadAllBytesAsync(folder["mot", "29956", ofOne[0]]))[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        (await File.ReadAllBytesAsync(folder["mot", "29956", ofOne[1]]))[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task No_stored_name_leads_out_of_the_folder()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("health", "--storage", store);
        var opened = Store.Open(store);
        var exports = opened.Container(StoredNames.Exports);
        await RawBlob.PutAsync(exports, "../ra.csv", [1]);
        await RawBlob.PutAsync(exports, "29956/../../../ra.csv", [1]);
        await RawBlob.PutAsync(opened.Container(StoredNames.Notices), "2022-Q1/../../ra.docx", [1]);
        await RawBlob.PutAsync(opened.Container(StoredNames.Notices), "2022-Q1/29956.docx", [1]);
        folder.Write(Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), "29956", Desk.File(Day));
        await SweepAsync();

        var receipts = await Cchc.DoneAsync("receipts", "_", "--out", folder["a", "b", "phieu"], "--storage", store);
        var notices = await Cchc.DoneAsync("notices", "2022-Q1", "--out", folder["a", "b", "cv"], "--storage", store);

        receipts.Lines.Length.ShouldBe(6, "page and two tables of each");
        receipts.Lines.ShouldAllBe(file =>
            Path.GetFullPath(file).StartsWith(folder["a", "b", "phieu"] + "/", StringComparison.Ordinal)
        );
        notices.Lines.ShouldBe([folder["a", "b", "cv", "29956.docx"]]);
    }

    [Fact]
    public async Task What_never_came_has_no_receipt()
    {
        var none = await Cchc.RunAsync("receipts", "29956", "la.csv", "--out", "/nowhere", "--storage", store);
        var wrong = await Cchc.RunAsync("receipts", "299", "--out", "/nowhere", "--storage", store);

        (none.ExitCode, wrong.ExitCode).ShouldBe((3, 2));
        none.Error.ShouldContain("Không có phiếu nhận của tệp \"la.csv\"");
    }

    private async Task SweepAsync()
    {
        await using var pipeline = Pipelines.On(Store.Open(store));
        await pipeline.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
    }
}
