using System.Text.Json.Nodes;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>A trial says what a take-in says, and leaves nothing behind.</summary>
public sealed class CheckTests(Stores stores)
{
    private static readonly byte[] List = Desk.Csv(
        Desk.Line(new(2022, 3, 7), 1, "Trực tiếp"),
        Desk.Line(new(2022, 3, 8), 2, "Trực tuyến")
    );
    private static readonly byte[] Corrected = Desk.Csv(
        Desk.Line(new(2022, 3, 7), 1, "Trực tuyến"),
        Desk.Line(new(2022, 3, 9), 3, "Trực tuyến")
    );
    private static readonly byte[] Faulty = Desk.Csv(
        Desk.Line(new(2022, 3, 7), 1, "Trực tiếp"),
        "x;1.001193;Hộ tịch;Trực tiếp;07/03/2022;;;Đang xử lý"
    );
    private readonly string store = stores.New();

    public static TheoryData<string, byte[]> Files =>
        new()
        {
            { "ho-so-2022-03-09.csv", List },
            { "ho-so-2022-03-10.csv", Corrected },
            { "ho-so-2022-03-01.csv", Corrected },
            { "trung-2022-03-10.csv", Corrected },
            { "loi-2022-03-11.csv", Faulty },
            { "rong-2022-03-11.csv", Desk.Csv() },
            { "thu.csv", "không;phải;bảng\r\n1;2;3\r\n"u8.ToArray() },
            { "trong.csv", [] },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_says_what_the_take_in_then_says(string file, byte[] content)
    {
        using var folder = new Folder();
        await IngestAsync(folder.Write(Corrected, "truoc", "ho-so-2022-03-10.csv"), "29956");
        await IngestAsync(folder.Write(List, "khac", "danh-sach.csv"), "29962");
        var before = await EverythingAsync();
        var path = folder.Write(content, "moi", file);

        var tried = await Cchc.RunAsync("check", path, "--unit", "29956", "--format", "json", "--storage", store);

        (await EverythingAsync()).ShouldBe(before);
        tried.Error.ShouldBe("Đây là đọc thử: không lưu gì.\n");
        var taken = await IngestAsync(path, "29956");
        Timeless(tried.Output).ShouldBe(Timeless(taken.Output));
        tried.ExitCode.ShouldBe(taken.ExitCode);
    }

    [Fact]
    public async Task It_needs_no_store_and_makes_none()
    {
        using var folder = new Folder();
        var path = folder.Write(Faulty, "loi-2022-03-11.csv");

        var tried = await Cchc.RunAsync("check", path, "--unit", "29956", "--data", folder["kho"]);

        Directory.Exists(folder["kho"]).ShouldBeFalse();
        tried.ExitCode.ShouldBe(1);
        tried.Error.ShouldStartWith("Chưa có kho lưu trữ: dùng danh mục đơn vị");
        tried.Output.ShouldContain("1 tệp: 1 nhận một phần.");
        tried.Output.ShouldContain("không phải là mã hồ sơ");
    }

    [Fact]
    public async Task In_an_account_without_a_store_it_makes_none_either()
    {
        using var folder = new Folder();
        var path = folder.Write(List, "ho-so-2022-03-09.csv");

        var tried = await Cchc.DoneAsync("check", path, "--unit", "29956", "--storage", store);

        tried.Output.ShouldContain("Xã Thường Phước 1 (29956)");
        (await Store.Open(store).Blobs.GetBlobContainersAsync().AnyAsync()).ShouldBeFalse();
        (await Cchc.RunAsync("check", path, "--storage", store)).ExitCode.ShouldBe(2);
        (await Cchc.RunAsync("check", "khong-co.csv", "--unit", "29956", "--storage", store)).ExitCode.ShouldBe(2);
    }

    private async Task<IReadOnlyList<string>> EverythingAsync() =>
        [
            .. await Contents.RowsAsync(store, [.. StoredNames.Tables]),
            .. await Contents.ETagsAsync(store, [.. StoredNames.Containers]),
        ];

    private Task<Cchc> IngestAsync(string path, string unit) =>
        Cchc.RunAsync("ingest", path, "--unit", unit, "--format", "json", "--storage", store);

    private static string Timeless(string json)
    {
        var receipt = JsonNode.Parse(json)!.AsArray().ShouldHaveSingleItem()!.AsObject();
        foreach (var passing in (string[])["etag", "uploadedAt", "takenInAt"])
            receipt.Remove(passing);
        return receipt.ToJsonString();
    }
}
