using CCHC.EndToEnd.Tests.Demo;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class WithdrawTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task A_wrong_file_leaves_no_figure_behind_and_reading_again_changes_nothing()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code == "29980").Take(3));
        var files = Directory.GetFiles(folder["29980"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        await Cchc.DoneAsync(
            "ingest",
            folder["29980", files[0]!],
            folder["29980", files[1]!],
            "--unit",
            "29980",
            "--storage",
            store
        );
        var before = await Contents.FiguresAsync(store);
        await Cchc.DoneAsync("ingest", folder["29980", files[2]!], "--unit", "29980", "--storage", store);
        (await Contents.FiguresAsync(store)).ShouldNotBe(before);

        var withdrawn = await Cchc.DoneAsync(
            "withdraw",
            "29980",
            files[2]!,
            "--reason",
            "nhầm tệp",
            "--storage",
            store
        );
        var retaken = await Cchc.DoneAsync("retake", "29980", "--storage", store);

        withdrawn.Output.ShouldContain("không còn được tính vào số liệu. Lý do: nhầm tệp.");
        retaken.Lines.ShouldBe(["Đã đọc lại 2 tệp, không có gì thay đổi. 1 tệp đã rút nên không đọc lại."]);
        (await Contents.FiguresAsync(store)).ShouldBe(before);
        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", store)).Output.ShouldContain("Không có sai khác.");
    }

    [Fact]
    public async Task A_file_that_never_came_cannot_be_withdrawn()
    {
        var run = await Cchc.RunAsync("withdraw", "29956", "la.csv", "--reason", "x", "--storage", store);

        (run.ExitCode, run.Output).ShouldBe((3, ""));
        run.Error.ShouldContain("Không có tệp \"la.csv\" của đơn vị 29956.");
    }
}
