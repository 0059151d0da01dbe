using CCHC.EndToEnd.Tests.Demo;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class ExplainTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task A_reviewed_figure_is_listed_dossier_by_dossier_and_its_finding_followed_up()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code == "29980"));
        await Cchc.RunAsync("ingest", folder.Path, "--storage", store);
        var review = await Cchc.DoneAsync("review", "2022-Q1", "--format", "csv", "--storage", store);
        var cells = review.Lines.Single(line => line.Contains(",29980,", StringComparison.Ordinal)).Split(',');
        cells[^1].ShouldBe("below");

        var csv = await Cchc.DoneAsync("explain", "2022-Q1", "29980", "online", "--format", "csv", "--storage", store);
        var table = await Cchc.DoneAsync("explain", "2022-Q1", "29980", "online", "--storage", store);
        var nothing = await Cchc.RunAsync("explain", "2022-Q1", "29980", "plan-issued", "--storage", store);

        csv.Lines[0]
            .ShouldBe(
                "code,received,due,finished,returned,channel,return_channel,counted,counts,as_of,uploaded_at,file,journal"
            );
        Counted(csv, "numerator").ShouldBe(cells[4]);
        Counted(csv, "numerator", "denominator").ShouldBe(cells[5]);
        Counted(csv, "unknown").ShouldBe(cells[6]);
        table.Output.ShouldContain("Số liệu đã chốt ngày");
        table.Lines[^1].ShouldStartWith("Cộng ");
        nothing.ExitCode.ShouldBe(3);

        var register = await Cchc.DoneAsync("followups", "--unit", "29980", "--storage", store);
        var reply = await ReplyAsync("12/BC-UBND", "29980");
        var named = await ReplyAsync("Nguyễn Văn An", "29980");
        var unknown = await ReplyAsync("12/BC-UBND", "29956");
        var answered = await Cchc.DoneAsync("followups", "--format", "csv", "--storage", store);

        register.Output.ShouldContain("Tỷ lệ hồ sơ nộp trực tuyến");
        (reply.ExitCode, named.ExitCode, unknown.ExitCode).ShouldBe((0, 2, 3));
        reply.Error.ShouldContain("Lưu ý: văn bản trả lời có trước khi công văn được ghi nhận ban hành");
        answered.Lines.Length.ShouldBe(2);
        answered.Lines[1].ShouldEndWith(",1,,,,12/BC-UBND,2022-04-05,open,,false");
    }

    private Task<Cchc> ReplyAsync(string number, string unit) =>
        Cchc.RunAsync(
            "followups",
            "reply",
            "2022-Q1",
            unit,
            "--number",
            number,
            "--date",
            "05/04/2022",
            "--storage",
            store
        );

    private static string Counted(Cchc csv, params string[] counted) =>
        csv
            .Lines.Skip(1)
            .Count(line => counted.Contains(line.Split(',')[7]))
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
}
