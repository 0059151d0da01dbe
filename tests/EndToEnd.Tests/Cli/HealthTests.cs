using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class HealthTests(Stores stores)
{
    [Fact]
    public async Task It_names_what_was_given_up()
    {
        var connection = stores.New();
        (await Cchc.DoneAsync("health", "--storage", connection)).Output.ShouldBe("");
        await new PoisonMarks(Store.Open(connection), TimeProvider.System).SetAsync("notices/2022-Q1/29956", default);

        var red = await Cchc.RunAsync("health", "--storage", connection);

        (red.ExitCode, red.Output).ShouldBe((1, "notices/2022-Q1/29956\n"));
        red.Error.ShouldContain("Đỏ.");
    }

    [Fact]
    public async Task It_names_a_ledger_that_is_gone()
    {
        using var folder = new Folder();
        var connection = stores.New();
        var path = folder.Write(Desk.Csv(Desk.Line(new(2022, 3, 7), 1, "Trực tuyến")), "ho-so-2022-03-07.csv");
        await Cchc.DoneAsync("ingest", path, "--unit", "29956", "--storage", connection);
        await Store.Open(connection).Container(StoredNames.Ledger).DeleteBlobAsync(Paths.HotLedger("29956"));

        var red = await Cchc.RunAsync("health", "--storage", connection);

        red.ExitCode.ShouldBe(1);
        red.Lines.ShouldHaveSingleItem().ShouldStartWith("ledger/29956/hot: sổ cái bị mất");
        await Cchc.DoneAsync("sweep", "--storage", connection);
        (await Cchc.DoneAsync("health", "--storage", connection)).Output.ShouldBe("");
    }

    [Fact]
    public async Task An_app_that_does_not_answer_is_not_green()
    {
        // Port 9 is kept for "discard": nobody listens there.
        var run = await Cchc.RunAsync("health", "--url", "http://127.0.0.1:9");

        (run.ExitCode, run.Output).ShouldBe((3, ""));
        run.Error.ShouldContain("không trả lời");
    }
}
