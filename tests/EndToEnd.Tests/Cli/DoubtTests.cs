using System.Text.Json;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>One list in the folders of two communes (design.md §8): both count, and staff are told until they withdraw one.</summary>
public sealed class DoubtTests(Stores stores)
{
    private const string First = "29956";
    private const string Later = "29962";
    private const string Third = "29974";
    private const string Both =
        "Nghi vấn: Xã Thường Thới Hậu A (29962) (tệp hai.csv) và Xã Thường Phước 1 (29956) (tệp mot.csv, gửi trước)";
    private static readonly byte[] List = Desk.Csv(
        Desk.Line(new(2022, 3, 7), 1, "Trực tiếp"),
        Desk.Line(new(2022, 3, 8), 2, "Trực tuyến")
    );
    private readonly string store = stores.New();

    [Fact]
    public async Task The_later_receipt_health_and_the_review_name_both_units_and_their_files()
    {
        (await IngestAsync(First, "mot.csv", List)).ShouldBeEmpty();
        var doubt = (await IngestAsync(Later, "hai.csv", List)).ShouldHaveSingleItem();

        doubt.Code.ShouldBe("same-content");
        doubt.Message.ShouldStartWith(
            "Tệp này có nội dung giống hệt tệp mot.csv mà Xã Thường Phước 1 (29956) đã gửi trước."
        );
        var page = ReceiptPage.Write(await ReceiptAsync(Later, "hai.csv"));
        page.ShouldContain("<h2>Nghi vấn</h2>\n<p>Tệp này có");
        page.ShouldContain("<dd>Xã Thường Thới Hậu A (29962)</dd>");
        var health = await HealthAsync();
        health.Output.ShouldStartWith(Both);
        health.Output.ShouldContain("cchc withdraw 29962 \"hai.csv\"");
        (health.ExitCode, health.Error).ShouldBe(
            (0, "Vàng: có việc chờ quyết định. Cách xử lý: docs/operations.md, mục \"health is yellow\".\n")
        );
        (await CountOfAsync(Later)).ShouldBe("2", "it counts all the same");
        (await Cchc.RunAsync("review", "2022-Q1", "--dry-run", "--storage", store)).Error.ShouldContain(Both);
        await Cchc.RunAsync("review", "2022-Q1", "--storage", store);
        await WithdrawAsync(Later, "hai.csv");
        var frozen = await Cchc.RunAsync("review", "2022-Q1", "--storage", store);
        frozen.Error.ShouldContain(Both, customMessage: "a frozen review says what it rested on");
        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", store)).Output.ShouldContain("Không có sai khác.");
    }

    [Fact]
    public async Task Whoever_sends_files_reads_of_a_doubt_below_the_table()
    {
        using var folder = new Folder();
        await IngestAsync(First, "mot.csv", List);
        var path = folder.Write(List, "hai.csv");

        var run = await Cchc.DoneAsync("ingest", path, "--unit", Later, "--storage", store);

        run.Error.ShouldContain("Nghi vấn, Xã Thường Thới Hậu A, hai.csv: Tệp này có nội dung giống hệt tệp mot.csv");
        run.Lines[^1].ShouldBe("1 tệp: 1 đã nhận.");
    }

    [Theory]
    [InlineData(First, "mot.csv")]
    [InlineData(Later, "hai.csv")]
    public async Task Withdrawing_either_ends_the_doubt_everywhere(string code, string file)
    {
        await IngestAsync(First, "mot.csv", List);
        await IngestAsync(Later, "hai.csv", List);

        await WithdrawAsync(code, file);
        await WithdrawAsync(code, file);

        var health = await HealthAsync();
        (health.Output, health.Error).ShouldBe(("", "Xanh.\n"));
        (await ReceiptAsync(Later, "hai.csv")).Doubts.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_first_is_withdrawn_the_next_one_is_first_for_whoever_comes_after()
    {
        await IngestAsync(First, "mot.csv", List);
        await IngestAsync(Later, "hai.csv", List);
        await WithdrawAsync(First, "mot.csv");

        var doubt = (await IngestAsync(Third, "ba.csv", List)).ShouldHaveSingleItem();

        doubt.Message.ShouldContain("tệp hai.csv mà Xã Thường Thới Hậu A (29962) đã gửi trước");
    }

    [Fact]
    public async Task A_third_ones_receipt_names_who_is_first_now()
    {
        await IngestAsync(First, "mot.csv", List);
        await IngestAsync(Later, "hai.csv", List);
        await IngestAsync(Third, "ba.csv", List);

        await WithdrawAsync(First, "mot.csv");

        (await ReceiptAsync(Third, "ba.csv")).Doubts.ShouldHaveSingleItem().Message.ShouldContain("Hậu A (29962)");
        (await ReceiptAsync(Later, "hai.csv")).Doubts.ShouldBeEmpty();
        (await HealthAsync()).Lines.ShouldHaveSingleItem().ShouldContain("tệp ba.csv) và Xã Thường Thới Hậu A");
    }

    [Fact]
    public async Task A_unit_that_has_the_content_twice_is_withdrawn_twice_before_the_doubt_ends()
    {
        await IngestAsync(First, "mot.csv", List);
        await IngestAsync(First, "mot-nua.csv", List);
        await IngestAsync(Later, "hai.csv", List);

        await WithdrawAsync(First, "mot.csv");
        (await HealthAsync()).Output.ShouldContain("(tệp mot-nua.csv, gửi trước)");
        await WithdrawAsync(First, "mot-nua.csv");

        (await HealthAsync()).Output.ShouldBe("");
    }

    [Fact]
    public async Task A_unit_repeats_itself_without_a_doubt()
    {
        await IngestAsync(First, "mot.csv", List);
        (await IngestAsync(First, "mot.csv", List)).ShouldBeEmpty();
        (await IngestAsync(First, "mot-nua.csv", List)).ShouldBeEmpty();
        await Cchc.DoneAsync("retake", "--storage", store);
        (await HealthAsync()).Output.ShouldBe("");
    }

    [Fact]
    public async Task Quiet_days_and_what_is_refused_are_nobodys_list()
    {
        var quiet = Desk.Csv();
        var refused = Desk.Csv("x;1.001193;Hộ tịch;Trực tiếp;1;2;3;Lạ");
        (await IngestAsync(First, "mot.csv", quiet)).ShouldBeEmpty();
        (await IngestAsync(Later, "hai.csv", quiet)).ShouldBeEmpty();
        (await IngestAsync(First, "sai.csv", refused)).ShouldBeEmpty();
        (await IngestAsync(Later, "sai.csv", refused)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fingerprint_that_cannot_be_read_holds_nobody_up_and_is_named()
    {
        await IngestAsync(First, "mot.csv", List);
        var table = Store.Open(store).Table(StoredNames.FingerprintsTable);
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>())
        {
            row.Remove("File");
            row.Remove(RowMark.Column);
            await table.UpdateEntityAsync(row, row.ETag, Azure.Data.Tables.TableUpdateMode.Replace);
        }

        (await IngestAsync(Later, "hai.csv", List)).ShouldBeEmpty();

        var health = await HealthAsync();
        health.ExitCode.ShouldBe(1);
        health.Output.ShouldStartWith("Fingerprints/");
        health.Output.ShouldContain("cột File thiếu");
    }

    private async Task<IReadOnlyList<DoubtNote>> IngestAsync(string code, string file, byte[] content)
    {
        using var folder = new Folder();
        var path = folder.Write(content, code, file);
        var run = await Cchc.RunAsync("ingest", path, "--unit", code, "--format", "json", "--storage", store);
        var receipts = JsonSerializer.Deserialize(run.Output, ReceiptJson.Readable.IReadOnlyListReceipt)!;
        return receipts.ShouldHaveSingleItem().Doubts;
    }

    private async Task<Receipt> ReceiptAsync(string code, string file)
    {
        var blob = Store.Open(store).Container(StoredNames.Receipts).GetBlobClient(Paths.Receipt(code, file));
        return Receipt.TryFromJson((await blob.DownloadContentAsync()).Value.Content)!;
    }

    private Task<Cchc> WithdrawAsync(string code, string file) =>
        Cchc.DoneAsync("withdraw", code, file, "--reason", "nhầm đơn vị", "--storage", store);

    private Task<Cchc> HealthAsync() => Cchc.RunAsync("health", "--storage", store);

    private async Task<string> CountOfAsync(string code)
    {
        var run = await Cchc.DoneAsync("kpi", "2022-Q1", "--unit", code, "--format", "csv", "--storage", store);
        var (names, cells) = (run.Lines[0].Split(','), run.Lines[1].Split(','));
        return cells[Array.IndexOf(names, "received")];
    }
}
