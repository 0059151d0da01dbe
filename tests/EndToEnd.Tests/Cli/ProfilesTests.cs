using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class ProfilesTests(Stores stores)
{
    private const string Csv =
        "Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Hình thức nộp\n000.19.05.H20-220310-0001;10/03/2022;Đang xử lý;1\n";
    private const string OneIsOnline = """
        { "name": "Cổng xã", "units": ["29956"], "channels": [{ "value": "Online", "texts": ["1"] }] }
        """;
    private static readonly string[] Nothing = [];

    [Fact]
    public async Task An_imported_profile_is_read_with_and_can_be_replaced()
    {
        var store = stores.New();
        using var folder = new Folder();
        var file = folder.Write(OneIsOnline, "mau.json");
        var first = await Cchc.DoneAsync("profiles", "import", file, "--storage", store);
        first.Lines.ShouldBe(["Thêm mẫu 'Cổng xã' cho 1 đơn vị: 29956", "Đã thêm 1, thay 0 mẫu nguồn dữ liệu."]);
        var again = await Cchc.DoneAsync("profiles", "import", file, "--storage", store);
        again.Lines[^1].ShouldBe("Đã thêm 0, thay 1 mẫu nguồn dữ liệu.");

        var sample = folder.Write(Csv, "2022-03-15.csv");
        var chosen = await Cchc.DoneAsync(Ingest(sample, "29956", store));
        var others = await Cchc.DoneAsync(Ingest(sample, "29974", store));

        chosen.Output.ShouldContain(", mẫu 'Cổng xã'");
        chosen.Output.ShouldNotContain("numeric-code");
        others.Output.ShouldContain("numeric-code");
        var list = await Cchc.DoneAsync("profiles", "list", "--storage", store);
        list.Lines.ShouldContain(line =>
            line.Contains("Cổng xã") && line.Contains("trong kho") && line.Contains("29956")
        );
        list.Lines.ShouldContain(line => line.Contains("VNPT-iGate") && line.Contains("có sẵn"));
    }

    [Fact]
    public async Task A_faulty_import_names_the_place_and_changes_nothing()
    {
        var store = stores.New();
        using var folder = new Folder();
        await Cchc.DoneAsync("profiles", "import", folder.Write(OneIsOnline, "1.json"), "--storage", store);
        await RefusedAsync("""{ "name": "A", "channel": [] }""", "không có mục \"channel\"");
        await RefusedAsync("""{ "name": "A", "units": ["39999"] }""", "không có đơn vị \"39999\" trong danh mục");
        await RefusedAsync("""{ "name": "A", "units": ["29956"] }""", "Đơn vị 29956 có hai mẫu nguồn dữ liệu");
        (await Contents.ETagsAsync(store, StoredNames.Settings))
            .Count(blob => blob.Contains("profiles/") && !blob.Contains("own/"))
            .ShouldBe(1);

        async Task RefusedAsync(string json, string told)
        {
            var run = await Cchc.RunAsync("profiles", "import", folder.Write(json, "2.json"), "--storage", store);
            (run.ExitCode, run.Output).ShouldBe((2, ""));
            run.Error.ShouldContain(told);
            run.Error.ShouldContain("Chưa có gì thay đổi.");
        }
    }

    [Fact]
    public async Task A_profile_broken_in_the_store_holds_back_its_own_units_files_only()
    {
        var store = stores.New();
        using var folder = new Folder();
        var sample = folder.Write(Csv, "2022-03-15.csv");
        await Cchc.DoneAsync("profiles", "list", "--storage", store);
        await Store
            .Open(store)
            .Container(StoredNames.Settings)
            .GetBlobClient("profiles/cong-xa.json")
            .UploadAsync(BinaryData.FromString(OneIsOnline.Replace("channels", "chanels", StringComparison.Ordinal)));

        var held = await Cchc.RunAsync(Ingest(sample, "29956", store));
        var others = await Cchc.DoneAsync(Ingest(sample, "29974", store));
        var list = await Cchc.RunAsync("profiles", "list", "--storage", store);

        held.ExitCode.ShouldBe(1, held.Error);
        held.Output.ShouldContain("\"outcome\":\"quarantined\"");
        held.Output.ShouldContain("source-unreadable");
        others.Output.ShouldContain("\"outcome\":\"accepted\"");
        list.ExitCode.ShouldBe(1, list.Error);
        list.Output.ShouldContain("Mẫu nguồn dữ liệu 'cong-xa' không đọc được: Mẫu: không có mục \"chanels\"");
    }

    [Fact]
    public async Task Check_explains_how_a_sample_is_read_without_any_store()
    {
        using var folder = new Folder();
        var sample = folder.Write(Csv, "2022-03-15.csv");
        var good = await Cchc.RunAsync("profiles", "check", folder.Write(OneIsOnline, "1.json"), sample);
        var poor = await Cchc.RunAsync("profiles", "check", folder.Write("""{ "name": "Trống" }""", "2.json"), sample);

        good.ExitCode.ShouldBe(0, good.Error + good.Output);
        good.Output.ShouldContain("Mẫu 'Cổng xã' đọc được, không có lỗi.");
        good.Output.ShouldContain("UTF-8, dấu ';', tiêu đề ở dòng 1, mẫu 'Cổng xã'");
        good.Output.ShouldContain("Số liệu đến ngày 15/03/2022 (theo tên tệp).");
        good.Lines.ShouldContain(line => line.Contains("Hình thức nộp") && line.Contains("Channel"));
        good.Lines.ShouldContain(line => line.Contains("Hình thức nộp") && line.Contains("Online"));
        poor.ExitCode.ShouldBe(1, poor.Error);
        poor.Lines.ShouldContain(line => line.Contains("Hình thức nộp") && line.Contains("KHÔNG HIỂU"));
        Directory.EnumerateDirectories(folder.Path).ShouldBe(Nothing);
    }

    [Fact]
    public async Task Check_understands_that_a_source_has_no_day_of_return()
    {
        const string Returned = ";10/03/2022;12/03/2022;11/03/2022;Đã trả kết quả;Trực tiếp";
        const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái;Hình thức trả kết quả";
        using var folder = new Folder();
        var lines = Enumerable.Range(1, 6).Select(at => $"H20-220310-000{at}{Returned}");
        var list = folder.Write(string.Join('\n', lines.Prepend(Header)), "2022-03-15.csv");
        var none = folder.Write("""{ "name": "Trống" }""", "1.json");
        var absent = folder.Write("""{ "name": "Không ngày trả", "absent": ["Returned"] }""", "2.json");
        var held = await Cchc.RunAsync("profiles", "check", none, list);
        var taken = await Cchc.DoneAsync("profiles", "check", absent, list);

        held.ExitCode.ShouldBe(1, held.Error);
        held.Output.ShouldContain("\"absent\": [\"Returned\"]");
        taken.Output.ShouldContain("6 dòng, nhận 6, lỗi 0.");

        var dated = folder.Write($"{Header};Ngày trả\nH20-220310-0001{Returned};", "2022-03-14.csv");
        (await Cchc.DoneAsync("profiles", "check", absent, dated)).Output.ShouldContain(
            "Mẫu nói không có cột Returned (absent), nhưng tệp có"
        );
    }

    [Fact]
    public async Task The_schema_is_printed_as_json() =>
        System
            .Text.Json.JsonDocument.Parse((await Cchc.DoneAsync("profiles", "schema")).Output)
            .RootElement.GetProperty("required")[0]
            .GetString()
            .ShouldBe("name");

    private static string[] Ingest(string file, string unit, string store) =>
        ["ingest", file, "--unit", unit, "--format", "json", "--storage", store];
}
