using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>A store is lost; another is filled from its backup.</summary>
public sealed class RestoreTests(FilledStore old) : IClassFixture<FilledStore>
{
    [Fact]
    public async Task The_new_store_holds_what_the_old_one_held_and_goes_on_from_there()
    {
        using var folder = new Folder();
        var young = old.NewStore();
        var backup = await Cchc.DoneAsync("backup", folder["b"], "--storage", old.Connection);
        var restore = await Cchc.DoneAsync("restore", folder["b"], "--storage", young);

        backup.Error.ShouldContain("Cảnh báo: 1 tệp xuất chưa nạp xong");
        restore.Output.ShouldContain("Đã tính lại 1 đơn vị từ nhật ký; không có sai khác.");
        restore.Error.ShouldContain("Cảnh báo: 1 tệp xuất chưa nạp xong");
        restore.Error.ShouldContain("1 thư đang chờ khi sao lưu nay được giữ lại");

        var blobs = await Everything.BlobsAsync(young);
        blobs.ShouldBe(await Everything.BlobsAsync(old.Connection));
        foreach (
            var held in (string[])
                ["journal/", "receipts/", "notices/numbers/", "reports/", "checklists/", "settings/poison/"]
        )
            blobs.ShouldContain(blob => blob.StartsWith(held, StringComparison.Ordinal));
        blobs.ShouldContain(blob => blob.Contains(".withdrawn ", StringComparison.Ordinal));
        var (rows, before) = (await Everything.RowsAsync(young), await Everything.RowsAsync(old.Connection));
        rows.Where(row => !IsPending(row)).ShouldBe(before.Where(row => !IsPending(row)));
        foreach (var table in StoredNames.Tables)
            rows.ShouldContain(row => row.StartsWith(table + " ", StringComparison.Ordinal), table);

        await NobodyIsMailedAsync(young);
        await TheReviewStaysAsync(young);
        await ChecklistsAreDoneAsync(young);
        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", young)).Output.ShouldBe("Không có sai khác.\n");
    }

    [Fact]
    public async Task No_export_and_nothing_about_pulls_leaves_the_store()
    {
        using var folder = new Folder();
        var young = old.NewStore();
        await Cchc.DoneAsync("backup", folder["b"], "--storage", old.Connection);
        await Cchc.DoneAsync("restore", folder["b"], "--storage", young);

        Directory.GetDirectories(folder["b"]).Select(Path.GetFileName).ShouldNotContain("exports");
        var (exports, settings) = (
            await NamesAsync(young, StoredNames.Exports),
            await NamesAsync(young, StoredNames.Settings)
        );
        exports.ShouldBeEmpty();
        settings.ShouldNotContain(name => name.StartsWith("pull/", StringComparison.Ordinal));
        settings.ShouldContain("created");
        settings.ShouldContain("own/authority.json", "lost later, it is a red light there, too");
    }

    [Fact]
    public async Task Days_off_of_a_backup_from_an_earlier_version_are_not_taken_for_changed_ones()
    {
        using var folder = new Folder();
        var (aged, young) = (old.NewStore(), old.NewStore());
        foreach (var store in (string[])[aged, young])
            await Cchc.DoneAsync("days-off", "list", "--storage", store);
        var settings = Store.Open(aged).Container(StoredNames.Settings);
        await settings.DeleteBlobAsync("own/days-off.csv");
        await settings
            .GetBlobClient("days-off.csv")
            .UploadAsync(
                BinaryData.FromString("date,kind,name,confirmed\n2022-01-03,off,Nghỉ bù,yes\n"),
                overwrite: true
            );
        await Cchc.DoneAsync("backup", folder["b"], "--storage", aged);

        await Cchc.DoneAsync("restore", folder["b"], "--storage", young);

        (await Cchc.DoneAsync("health", "--storage", young)).Output.ShouldBe("");
        (await Cchc.DoneAsync("days-off", "list", "--storage", young)).Output.ShouldContain("2022-01-03");
    }

    [Fact]
    public async Task Lists_of_a_backup_from_an_earlier_version_lack_none_of_the_rows_a_new_store_is_given()
    {
        using var folder = new Folder();
        var (aged, young) = (old.NewStore(), old.NewStore());
        foreach (var store in (string[])[aged, young])
            await Cchc.DoneAsync("days-off", "list", "--storage", store);
        var settings = Store.Open(aged).Container(StoredNames.Settings);
        foreach (var list in (string[])["units", "targets", "offices"])
        {
            await settings.DeleteBlobAsync($"lists/{list}.json");
            await settings.DeleteBlobAsync($"own/lists/{list}.json");
        }
        await Store.Open(aged).Table(StoredNames.UnitsTable).DeleteEntityAsync("unit", "29998");
        await Cchc.DoneAsync("backup", folder["b"], "--storage", aged);

        await Cchc.DoneAsync("restore", folder["b"], "--storage", young);

        (await Cchc.DoneAsync("health", "--storage", young)).Output.ShouldBe("");
        (await NamesAsync(young, StoredNames.Settings)).ShouldContain("lists/units.json", "it was adopted");
    }

    private static async Task NobodyIsMailedAsync(string young)
    {
        var outbox = await Cchc.DoneAsync("outbox", "--storage", young);
        outbox.Lines.Single(line => line.Contains(FilledStore.PendingMail)).ShouldContain("giữ lại");
        outbox.Lines.Single(line => line.Contains(FilledStore.SentMail)).ShouldContain("đã gửi");
        (await Cchc.DoneAsync("outbox", "send", "--storage", young)).Error.ShouldContain("Đã xử lý 0 thư");
        var store = Store.Open(young);
        foreach (var queue in StoredNames.Queues)
            (await store.Queue(queue).PeekMessagesAsync(32)).Value.ShouldBeEmpty(queue);
        (await Cchc.DoneAsync("outbox", "retry", FilledStore.PendingMail, "--storage", young)).ExitCode.ShouldBe(0);
    }

    private async Task TheReviewStaysAsync(string young)
    {
        var (here, there) = (
            await Cchc.DoneAsync("review", "2022-Q1", "--format", "json", "--storage", young),
            await Cchc.DoneAsync("review", "2022-Q1", "--format", "json", "--storage", old.Connection)
        );
        here.Output.ShouldBe(there.Output);
        (await Contents.QueuedAsync(young)).ShouldBe(0, "every letter is there");
        var taken = await Cchc.RunAsync([
            "notices",
            "issue",
            "2022-Q1",
            "29962",
            "--number",
            "389",
            "--date",
            "2022-03-28",
            "--storage",
            young,
        ]);
        taken.ExitCode.ShouldBe(3);
        taken.Error.ShouldContain("đã cấp cho công văn 2022-Q1 của đơn vị 29956");
        var explained = await Cchc.DoneAsync([
            "explain",
            "2022-Q1",
            FilledStore.Unit,
            "online",
            "--format",
            "json",
            "--storage",
            young,
        ]);
        explained.Output.ShouldBe(
            (
                await Cchc.DoneAsync([
                    "explain",
                    "2022-Q1",
                    FilledStore.Unit,
                    "online",
                    "--format",
                    "json",
                    "--storage",
                    old.Connection,
                ])
            ).Output
        );
    }

    /// <summary>Its checklists have other versions there, and one that tells no time of its own must not become the latest.</summary>
    private async Task ChecklistsAreDoneAsync(string young)
    {
        await using var pipeline = Pipelines.On(Store.Open(young));
        (await pipeline.GetRequiredService<SweepChecklists>().SweepAsync(default)).ShouldBeEmpty();
        await using var before = Pipelines.On(Store.Open(old.Connection));
        var (now, then) = (
            await pipeline.GetRequiredService<ChecklistFiles>().FetchAsync(FilledStore.Checklist, default),
            await before.GetRequiredService<ChecklistFiles>().FetchAsync(FilledStore.Checklist, default)
        );
        now!.UploadedAt.ShouldBe(then!.UploadedAt);
        now.ETag.ShouldNotBe(then.ETag);
    }

    private static bool IsPending(string row) =>
        row.Contains($"RowKey={FilledStore.PendingMail}", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> NamesAsync(string connection, string container)
    {
        var names = new List<string>();
        await foreach (var blob in Store.Open(connection).Container(container).GetBlobsAsync(new GetBlobsOptions()))
            names.Add(blob.Name);
        return names;
    }
}
