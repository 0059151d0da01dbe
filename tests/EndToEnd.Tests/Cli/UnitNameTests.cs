namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>A unit may be named by its code or its exact name wherever a unit is asked for (design.md §6).</summary>
public sealed class UnitNameTests(FiguresStore store) : IClassFixture<FiguresStore>
{
    private const string Name = "thường phước 2";

    [Theory]
    [InlineData("Xã Thường Phước 2")]
    [InlineData(Name)]
    [InlineData("xa thuong phuoc 2")]
    public async Task Figures_are_the_same_by_name_and_by_code(string name)
    {
        var named = await RunAsync("kpi", "2022-Q1", "--unit", name, "--format", "csv");
        var coded = await RunAsync("kpi", "2022-Q1", "--unit", "29974", "--format", "csv");

        named.ExitCode.ShouldBe(0, named.Error);
        named.Lines.Length.ShouldBe(2);
        named.Output.ShouldBe(coded.Output);
    }

    [Theory]
    [InlineData("explain", "2022-Q1", Name, "online")]
    [InlineData("followups", "--unit", Name)]
    [InlineData("checklist", "list", "2022-Q1", "--unit", Name)]
    [InlineData("retake", Name)]
    public async Task Every_command_understands_it(params string[] args)
    {
        var run = await RunAsync(args);
        run.ExitCode.ShouldBeLessThan(2, run.Error);
    }

    [Theory]
    [InlineData("kpi", "2022-Q1", "--unit", "Thường Phước 3")]
    [InlineData("explain", "2022-Q1", "Thường Phước 3", "online")]
    [InlineData("receipts", "Thường Phước 3", "--out", "x")]
    [InlineData("withdraw", "Thường Phước 3", "a.csv", "--reason", "x")]
    [InlineData("retake", "Thường Phước 3")]
    [InlineData("followups", "--unit", "Thường Phước 3")]
    [InlineData("notices", "issue", "2022-Q1", "Thường Phước 3", "--number", "1", "--date", "2022-03-25")]
    public async Task A_name_that_nobody_has_is_wrong_usage(params string[] args)
    {
        var run = await RunAsync(args);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("\"Thường Phước 3\"");
    }

    [Fact]
    public async Task Files_are_sent_tried_and_looked_up_by_name()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "Mã hồ sơ;Ngày tiếp nhận;Trạng thái\nH20-220310-0001;10/03/2022;Đang xử lý\n",
            "2022-03-15.csv"
        );
        var tried = await RunAsync("check", file, "--unit", "Long Khánh A");
        var sent = await RunAsync("ingest", file, "--unit", "Xã Long Khánh A", "--format", "json");
        var found = await RunAsync("receipts", "long khánh a", "--out", folder.Path);
        var withdrawn = await RunAsync("withdraw", "Long Khánh A", "2022-03-15.csv", "--reason", "gửi nhầm");

        tried.ExitCode.ShouldBe(0, tried.Error);
        tried.Output.ShouldContain("Long Khánh A");
        sent.ExitCode.ShouldBe(0, sent.Error);
        sent.Output.ShouldContain("\"unitName\":\"Xã Long Khánh A\"");
        found.Output.ShouldContain("2022-03-15.csv");
        withdrawn.ExitCode.ShouldBe(0, withdrawn.Error);
    }

    [Fact]
    public async Task An_ambiguous_name_lists_the_codes()
    {
        using var folder = new Folder();
        var units = folder.Write(
            "code,name,kind,parent,valid_from,valid_to,successors\n40001,Phường Thường Lạc,ward,870,,,\n",
            "units.csv"
        );
        (await RunAsync("units", "import", units)).ExitCode.ShouldBe(0);
        foreach (
            var args in (string[][])
                [
                    ["kpi", "2022-Q1", "--unit", "Thường Lạc"],
                    ["retake", "Thường Lạc"],
                    ["explain", "2022-Q1", "Thường Lạc", "online"],
                ]
        )
        {
            var run = await RunAsync(args);
            run.ExitCode.ShouldBe(2, run.Output);
            run.Error.ShouldContain("Nhiều đơn vị mang tên \"Thường Lạc\": ");
            run.Error.ShouldContain("(Xã Thường Lạc)");
            run.Error.ShouldContain("40001 (Phường Thường Lạc)");
        }
        (await RunAsync("kpi", "2022-Q1", "--unit", "Xã Thường Lạc")).ExitCode.ShouldBe(0);
    }

    private Task<Cchc> RunAsync(params string[] args) => Cchc.RunAsync([.. args, "--storage", store.Connection]);
}
