using CCHC.EndToEnd.Tests.Cli;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>A restoring that dies on its way.</summary>
public sealed class InterruptedRestoreTests(FilledStore old) : IClassFixture<FilledStore>
{
    [Fact]
    public async Task Broken_off_anywhere_it_is_taken_up_and_nothing_else_may_use_the_store_before()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("backup", folder["b"], "--storage", old.Connection);
        await Cchc.DoneAsync("backup", folder["other"], "--storage", await old.AnotherAsync());
        var (blobs, rows) = (await Everything.BlobsAsync(old.Connection), await Everything.RowsAsync(old.Connection));
        var young = old.NewStore();

        var deaths = 0;
        for (
            var survives = 60;
            await Pipelines.DieAsync(young, survives, pipeline => pipeline.RestoreAsync(folder["b"]));
            survives += 40
        )
        {
            deaths++;
            var used = await Cchc.RunAsync("kpi", "2022-Q1", "--storage", young);
            var copied = await Cchc.RunAsync("backup", folder["of half"], "--storage", young);
            var mixed = await Cchc.RunAsync("restore", folder["other"], "--storage", young);
            (used.ExitCode, copied.ExitCode, mixed.ExitCode).ShouldBe((3, 3, 3));
            used.Error.ShouldContain("đang được phục hồi dở");
            mixed.Error.ShouldContain("từ một bản sao lưu khác");
        }

        deaths.ShouldBeGreaterThan(3);
        (await Everything.BlobsAsync(young)).ShouldBe(blobs);
        (await Everything.RowsAsync(young))
            .Where(row => !row.Contains(FilledStore.PendingMail))
            .ShouldBe(rows.Where(row => !row.Contains(FilledStore.PendingMail)));
        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", young)).Output.ShouldBe("Không có sai khác.\n");
    }
}
