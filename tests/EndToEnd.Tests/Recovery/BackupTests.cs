using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>The folder of a backup over time.</summary>
public sealed class BackupTests(FilledStore old) : IClassFixture<FilledStore>
{
    [Fact]
    public async Task Running_it_twice_changes_nothing()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("backup", folder.Path, "--storage", old.Connection);
        var before = Written(folder);

        var again = await Cchc.DoneAsync("backup", folder.Path, "--storage", old.Connection);

        again.Output.ShouldContain("0 tệp mới");
        Written(folder).ShouldBe(before);
        again.Error.ShouldNotContain("Kho có thay đổi suốt lúc sao lưu");
    }

    [Fact]
    public async Task What_is_new_is_added_and_what_is_gone_goes()
    {
        using var folder = new Folder();
        var store = await old.AnotherAsync();
        await Cchc.DoneAsync("backup", folder.Path, "--storage", store);
        var before = Written(folder);
        File.WriteAllText(folder["receipts", "ghi chú.txt"], "của người khác");
        await Store.Open(store).Container(StoredNames.Settings).DeleteBlobAsync("poison/notices/2022-Q1/29962");
        var day = new DateOnly(2022, 3, 11);
        using var more = Folder.Of([]);
        more.Write(Desk.Csv(Desk.Line(day, 7, "Trực tuyến")), "29956", Desk.File(day));
        await Cchc.DoneAsync("ingest", more.Path, "--storage", store);

        await Cchc.DoneAsync("backup", folder.Path, "--storage", store);

        var after = Written(folder);
        var gone = before.Except(after).Select(file => file.Split(' ')[0]).ToList();
        gone.ShouldContain(file => file.StartsWith("settings/poison", StringComparison.Ordinal));
        gone.ShouldAllBe(file => file.StartsWith("settings/poison") || file.StartsWith("tables/"));
        after.ShouldContain(file => file.StartsWith("journal/29956/2022-03-11", StringComparison.Ordinal));
        File.ReadAllText(folder["receipts", "ghi chú.txt"]).ShouldBe("của người khác");
    }

    [Fact]
    public async Task Broken_off_anywhere_the_last_backup_stands_and_doing_it_again_completes_the_new_one()
    {
        using var folder = new Folder();
        var store = await old.AnotherAsync();
        await Cchc.DoneAsync("backup", folder["b"], "--storage", store);
        var last = File.ReadAllText(folder["b", "manifest.json"]);
        var day = new DateOnly(2022, 3, 11);
        using var more = Folder.Of([]);
        more.Write(Desk.Csv(Desk.Line(day, 7, "Trực tuyến")), "29956", Desk.File(day));
        await Cchc.DoneAsync("ingest", more.Path, "--storage", store);
        // Another version of a blob must not take the place of the one that the last backup names.
        var mark = Store.Open(store).Container(StoredNames.Settings).GetBlobClient("poison/notices/2022-Q1/29962");
        await mark.UploadAsync(BinaryData.FromString("again"), overwrite: true);
        await Cchc.DoneAsync("backup", folder["whole"], "--storage", store);

        var deaths = 0;
        for (
            var survives = 2;
            await Pipelines.DieAsync(store, survives, p => p.BackUpAsync(folder["b"]));
            survives += 7
        )
        {
            deaths++;
            File.ReadAllText(folder["b", "manifest.json"]).ShouldBe(last);
            await Cchc.DoneAsync("restore", folder["b"], "--storage", old.NewStore());
        }

        deaths.ShouldBeInRange(2, 15);
        Names(folder["b"]).ShouldBe(Names(folder["whole"]));
    }

    [Fact]
    public async Task A_first_backup_that_was_broken_off_is_taken_up()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("backup", folder["whole"], "--storage", old.Connection);
        (await Pipelines.DieAsync(old.Connection, 60, p => p.BackUpAsync(folder["b"]))).ShouldBeTrue();
        var there = Directory.GetFiles(folder["b"], "*~*", SearchOption.AllDirectories).Length;
        (await Cchc.RunAsync("restore", folder["b"], "--storage", old.NewStore())).ExitCode.ShouldBe(3);

        var again = await Cchc.DoneAsync("backup", folder["b"], "--storage", old.Connection);

        there.ShouldBeGreaterThan(10);
        Names(folder["b"]).ShouldBe(Names(folder["whole"]));
        again.Output.ShouldNotContain($" {Names(folder["b"]).Count - 2} tệp mới");
    }

    [Fact]
    public async Task A_store_that_lost_its_journal_or_is_another_does_not_replace_the_backup()
    {
        using var folder = new Folder();
        var store = await old.AnotherAsync();
        await Cchc.DoneAsync("backup", folder.Path, "--storage", store);
        var before = Written(folder);
        var journal = Store.Open(store).Container(StoredNames.Journal);
        await foreach (var blob in journal.GetBlobsAsync(cancellationToken: default))
        {
            await journal.DeleteBlobAsync(blob.Name);
            break;
        }

        var lost = await Cchc.RunAsync("backup", folder.Path, "--storage", store);
        var other = old.NewStore();
        await Cchc.DoneAsync("kpi", "2022-Q1", "--storage", other);
        var another = await Cchc.RunAsync("backup", folder.Path, "--storage", other);
        var none = await Cchc.RunAsync("backup", folder.Path, "--storage", old.NewStore());

        (lost.ExitCode, another.ExitCode, none.ExitCode).ShouldBe((3, 3, 3));
        lost.Error.ShouldContain("Bản sao lưu cũ có 1 mục nhật ký mà kho này không có");
        none.Error.ShouldContain("chưa có kho dữ liệu nào");
        File.ReadAllText(folder["manifest.json"]).ShouldNotBeEmpty();
        before.Except(Written(folder)).ShouldBeEmpty();
        await Cchc.DoneAsync("restore", folder.Path, "--storage", old.NewStore());
    }

    [Fact]
    public async Task A_folder_of_other_files_is_not_written_to()
    {
        using var folder = new Folder();
        folder.Write("của tôi", "ghi chú.txt");

        var run = await Cchc.RunAsync("backup", folder.Path, "--storage", old.Connection);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("không trống và không phải là bản sao lưu");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_who_was_planted_is_in_it_and_others_may_not_read_it()
    {
        using var folder = new Folder();
        await Cchc.DoneAsync("backup", folder["b"], "--storage", old.Connection);
        var leaks = new Leaks(TheDemo.Quarter.Planted);
        var files = Directory.GetFiles(folder["b"], "*", SearchOption.AllDirectories);

        files.Length.ShouldBeGreaterThan(100);
        files
            .Where(file =>
                leaks.IsIn(Path.GetRelativePath(folder["b"], file).Split('/')[0], file, File.ReadAllBytes(file))
            )
            .ShouldBeEmpty();
        TheDemo
            .Quarter.Files.Count(file => file.Code == FilledStore.Unit && leaks.IsIn(TheDemo.TextOf(file)))
            .ShouldBeGreaterThan(10);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(folder["b"]).HasFlag(UnixFileMode.OtherRead).ShouldBeFalse();
    }

    private static List<string> Names(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Every file but the manifest, which says when the store was last looked at, and when it was written.</summary>
    private static List<string> Written(Folder folder) =>
        [
            .. Names(folder.Path)
                .Where(name => name != "manifest.json" && !name.StartsWith(".cchc", StringComparison.Ordinal))
                .Select(name => $"{name} {File.GetLastWriteTimeUtc(folder[name]).Ticks}"),
        ];
}
