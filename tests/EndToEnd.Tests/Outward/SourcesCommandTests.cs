using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Tests.Web;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>The command line allows no private addresses unless told: the test's own server may not be asked.</summary>
public sealed class SourcesCommandTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task Sources_are_imported_listed_and_pulled()
    {
        await using var server = new RoughServer(_ => RoughReply.Of(200, "x"));
        var source =
            $$"""[{"id": "mot-cua", "units": ["29956"], "address": "http://127.0.0.1:{{server.Port}}/{date}", "workingDaysOnly": false, "daysBack": 0}]""";

        (await ImportAsync(source)).Lines.ShouldBe(["Thêm nguồn 'mot-cua'", "Đã thêm 1, thay 0 nguồn."]);
        var pull = await Cchc.RunAsync("pull", "--source", "mot-cua", "--day", "2022-03-10", "--storage", store);
        pull.ExitCode.ShouldBe(1, pull.Error);
        pull.Output.ShouldContain("Địa chỉ dẫn vào mạng nội bộ");
        server.Asked.ShouldBeEmpty();
        (await Cchc.DoneAsync("sources", "list", "--storage", store)).Output.ShouldContain(
            "Địa chỉ dẫn vào mạng nội bộ"
        );

        (await Cchc.RunAsync("pull", "--source", "khac", "--storage", store)).ExitCode.ShouldBe(2);
        (await Cchc.RunAsync("pull", "--day", "9999-01-01", "--storage", store)).ExitCode.ShouldBe(2);
        (await ImportAsync(source.Replace("29956", "99999", StringComparison.Ordinal))).Error.ShouldContain("99999");
        var wrong = await ImportAsync("""[{"id": "mot-cua", "units": [], "address": "x"}]""");
        (wrong.ExitCode, wrong.Output).ShouldBe((2, ""));
        wrong.Error.ShouldContain("nguồn \"mot-cua\": \"units\"");
    }

    private async Task<Cchc> ImportAsync(string json)
    {
        using var folder = new Folder();
        return await Cchc.RunAsync("sources", "import", folder.Write(json, "sources.json"), "--storage", store);
    }
}
