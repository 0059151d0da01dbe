using System.Text.Json;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class ReviewTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task A_review_writes_its_notices_also_where_nothing_serves()
    {
        using var folder = new Folder();
        var dry = await Cchc.DoneAsync("review", "2022-Q1", "--dry-run", "--storage", store);
        var nothing = await Cchc.RunAsync("notices", "2022-Q1", "--out", folder.Path, "--storage", store);

        var review = await Cchc.DoneAsync("review", "2022-Q1", "--storage", store);
        var notices = await Cchc.DoneAsync("notices", "2022-Q1", "--out", folder.Path, "--storage", store);

        dry.Output.ShouldContain("chưa gửi số liệu nào");
        nothing.ExitCode.ShouldBe(3);
        nothing.Error.ShouldContain("Đánh giá kỳ trước: cchc review 2022-Q1");
        review.Output.ShouldBe(dry.Output);
        review.Error.ShouldContain("Đã soạn 10 dự thảo công văn.");
        var documents = notices.Lines.Where(line => line.EndsWith(".docx", StringComparison.Ordinal)).ToList();
        documents.Count.ShouldBe(12, "ten letters, the letter to the offices and the summary");
        notices.Lines.ShouldAllBe(line => new FileInfo(line).Length >= 0);
        File.ReadAllText(folder["29956.html"]).ShouldContain("xã Thường Phước 1");
        (await Contents.QueuedAsync(store)).ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_that_cant_be_read_is_named_and_a_script_is_told()
    {
        await Cchc.DoneAsync("health", "--storage", store);
        await Store
            .Open(store)
            .Container(StoredNames.Journal)
            .GetBlobClient("29956/2022-03-09/1-0000000000000001.1")
            .UploadAsync(BinaryData.FromString("damaged"));

        var dry = await Cchc.RunAsync("review", "2022-Q1", "--dry-run", "--storage", store);
        var review = await Cchc.RunAsync("review", "2022-Q1", "--storage", store);

        const string named = "29956: journal/29956/2022-03-09/1-0000000000000001.1: mục nhật ký bị cụt hoặc hỏng";
        (dry.ExitCode, review.ExitCode).ShouldBe((1, 1));
        dry.Error.ShouldContain(named);
        review.Error.ShouldContain(named);
        review.Error.ShouldContain("Kỳ 2022-Q1 chưa đánh giá xong: đã chốt 9 đơn vị, 9 đơn vị cần công văn.");
        review.Error.ShouldContain("Đã soạn 9 dự thảo công văn.");
        review.Output.ShouldBe(dry.Output);
    }

    [Fact]
    public async Task An_open_period_can_only_be_looked_at()
    {
        using var folder = new Folder();
        var units = folder.Write(
            "code,name,kind,parent,valid_from,valid_to,successors\n30001,Xã A,commune,87,,,\n",
            "u.csv"
        );
        await Cchc.DoneAsync("units", "import", units, "--storage", store);

        var review = await Cchc.RunAsync("review", "2099-Q1", "--storage", store);
        var dry = await Cchc.DoneAsync("review", "2099-Q1", "--dry-run", "--format", "json", "--storage", store);

        (review.ExitCode, review.Output).ShouldBe((3, ""));
        review.Error.ShouldContain("Kỳ 2099-Q1 chưa kết thúc (đến hết ngày 14/03/2099). Thêm --dry-run để xem trước.");
        var first = JsonDocument.Parse(dry.Output).RootElement[0];
        first
            .GetRawText()
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(
                """{"period":"2099-Q1","unit":"30001","unit_name":"XãA","kpi":"online","num":0,"den":0,"unknown":0,"target":"40%","verdict":"insufficient"}"""
            );
    }

    [Fact]
    public async Task A_message_that_cannot_be_worked_off_is_poisoned_after_five_tries()
    {
        await Cchc.DoneAsync("review", "2022-Q1", "--storage", store);
        var queues = Store.Open(store);
        var queue = queues.Queue(StoredNames.NoticesQueue);
        await queue.SendMessageAsync(new NoticeMessage("2022-Q1", "00000").ToJson());
        for (var tries = 0; tries < 5; tries++)
        {
            await queue.ReceiveMessagesAsync(maxMessages: 1, visibilityTimeout: TimeSpan.FromSeconds(1));
            await Task.Delay(1100);
        }

        var run = await Cchc.RunAsync("review", "2022-Q1", "--storage", store);

        run.ExitCode.ShouldBe(3);
        (await Contents.QueuedAsync(store)).ShouldBe(0);
        var poison = await queues.Queue(StoredNames.NoticesPoisonQueue).PeekMessageAsync();
        poison.Value.Body.ToString().ShouldContain("00000");
    }
}
