using System.Text.Json;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class IngestTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task A_folder_sent_twice_is_told_as_duplicate_and_changes_nothing()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code is "29956" or "29974").Take(12));
        var first = await Cchc.DoneAsync("ingest", folder.Path, "--storage", store);
        var before = await EverythingAsync();

        var second = await Cchc.DoneAsync("ingest", folder.Path, "--storage", store);

        first.Lines[^1].ShouldBe("12 tệp: 12 đã nhận.");
        second.Lines[^1].ShouldBe("12 tệp: 12 trùng.");
        second.Output.ShouldContain("đã được nạp trước đó với cùng nội dung; số liệu không thay đổi.");
        (await EverythingAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Receipts_are_printed_as_they_are_stored()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code == "29980").Take(3));

        var run = await Cchc.DoneAsync("ingest", folder["29980"], "--format", "json", "--storage", store);

        var receipts = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToList();
        receipts.Count.ShouldBe(3);
        foreach (var receipt in receipts)
        {
            var path = Paths.Receipt("29980", receipt.GetProperty("file").GetString()!);
            var blob = await Store.Open(store).Container("receipts").GetBlobClient(path).DownloadContentAsync();
            receipt.GetRawText().ShouldBe(blob.Value.Content.ToString());
        }
        run.Output.ShouldContain("\"outcome\":\"accepted\"");
    }

    [Fact]
    public async Task What_is_refused_ends_with_1_and_stays_refused()
    {
        using var folder = new Folder();
        var file = folder.Write("không;phải;bảng\r\n1;2;3\r\n", "thu.csv");

        var first = await Cchc.RunAsync("ingest", file, "--unit", "29956", "--storage", store);
        var second = await Cchc.RunAsync("ingest", file, "--unit", "29956", "--storage", store);

        first.ExitCode.ShouldBe(1, first.Error);
        first.Lines[^1].ShouldBe("1 tệp: 1 tạm giữ.");
        (second.ExitCode, second.Lines[^1]).ShouldBe((1, first.Lines[^1]));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_unread_like_one_swept_in()
    {
        using var folder = new Folder();
        var file = folder.Write(new byte[33 * 1024 * 1024], "lon.csv");

        var first = await Cchc.RunAsync("ingest", file, "--unit", "29956", "--storage", store);
        var second = await Cchc.RunAsync("ingest", file, "--unit", "29956", "--storage", store);

        first.ExitCode.ShouldBe(1, first.Error);
        first.Output.ShouldContain("Tệp có dung lượng 33 MB, vượt quá giới hạn 32 MB.");
        second.Output.ShouldBe(first.Output);
    }

    [Fact]
    public async Task A_folder_must_say_whose_files_it_holds()
    {
        using var folder = new Folder();
        folder.Write("x", "29956", "a.csv");
        folder.Write("x", "la.csv");

        var stray = await Cchc.RunAsync("ingest", folder.Path, "--storage", store);
        var whose = await Cchc.RunAsync("ingest", folder["la.csv"], "--storage", store);
        var twice = await Cchc.RunAsync("ingest", folder["29956"], folder["29956", "a.csv"], "--unit", "29956");

        (stray.ExitCode, whose.ExitCode, twice.ExitCode).ShouldBe((2, 2, 2));
        stray.Error.ShouldContain("nhưng có: la.csv.");
        whose.Error.ShouldContain("Thêm --unit MÃ.");
        twice.Error.ShouldContain("Hai tệp cùng tên a.csv của đơn vị 29956");
    }

    private async Task<IReadOnlyList<string>> EverythingAsync() =>
        [
            .. await Contents.RowsAsync(store, [.. StoredNames.Tables]),
            .. await Contents.ETagsAsync(store, [.. StoredNames.Containers]),
        ];
}
