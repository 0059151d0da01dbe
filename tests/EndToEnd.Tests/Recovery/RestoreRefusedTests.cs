using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>A backup that is not whole, and a store that is not empty: exit code 3, and nothing is written.</summary>
public sealed class RestoreRefusedTests(FilledStore old) : IClassFixture<FilledStore>
{
    [Theory]
    [InlineData("journal")]
    [InlineData("receipts")]
    [InlineData("tables")]
    [InlineData("settings")]
    public async Task An_altered_or_missing_file_is_named(string part)
    {
        using var folder = await BackedUpAsync();
        var file = Directory
            .GetFiles(folder[part], "*~*", SearchOption.AllDirectories)
            .First(f => new FileInfo(f).Length > 1);
        var name = Path.GetRelativePath(folder.Path, file).Replace('\\', '/');
        var content = File.ReadAllBytes(file);
        content[^1] ^= 1;
        File.WriteAllBytes(file, content);
        await RefusedAsync(folder.Path, $"Tệp {name} của bản sao lưu đã bị sửa đổi.");

        File.Delete(file);
        await RefusedAsync(folder.Path, $"Bản sao lưu thiếu tệp {name}.");
    }

    [Fact]
    public async Task A_manifest_that_was_altered_is_found_out()
    {
        using var folder = await BackedUpAsync();
        var manifest = folder["manifest.json"];
        var text = File.ReadAllText(manifest);

        // A line less of the journal, and all that remains fits together.
        var journal = text.IndexOf("\"name\": \"journal\"", StringComparison.Ordinal);
        var from = text.IndexOf('{', journal);
        File.WriteAllText(manifest, text.Remove(from, text.IndexOf("},", from, StringComparison.Ordinal) + 2 - from));
        await RefusedAsync(folder.Path, "đã bị sửa đổi: mã kiểm tra không khớp");
        File.WriteAllText(manifest, text[..^10]);
        await RefusedAsync(folder.Path, "manifest.json bị hỏng");
        File.WriteAllText(manifest, text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
        await RefusedAsync(folder.Path, "có phiên bản 2");
        File.Delete(manifest);
        await RefusedAsync(folder.Path, "thiếu manifest.json");
    }

    [Fact]
    public async Task A_store_in_use_is_left_alone()
    {
        using var folder = await BackedUpAsync();
        var used = old.NewStore();
        using var lists = new Folder();
        var units = lists.Write(
            "code,name,kind,parent,valid_from,valid_to,successors\n30001,Xã A,commune,87,,,\n",
            "u.csv"
        );
        await Cchc.DoneAsync("units", "import", units, "--storage", used);
        var before = await Everything.RowsAsync(used);

        var refused = await Cchc.RunAsync("restore", folder.Path, "--storage", used);

        (refused.ExitCode, refused.Output).ShouldBe((3, ""));
        refused.Error.ShouldContain("Kho này đã được dùng (settings); chỉ phục hồi vào kho trống.");
        (await Everything.RowsAsync(used)).ShouldBe(before);
        (await Cchc.RunAsync("restore", folder.Path, "--storage", old.Connection)).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_store_that_was_only_given_the_shipped_lists_counts_as_empty()
    {
        using var folder = await BackedUpAsync();
        var given = old.NewStore();
        await Cchc.DoneAsync("kpi", "2022-Q1", "--storage", given);

        await Cchc.DoneAsync("restore", folder.Path, "--storage", given);

        (await Everything.BlobsAsync(given)).ShouldBe(await Everything.BlobsAsync(old.Connection));
    }

    [Fact]
    public async Task Restoring_twice_is_the_same_as_once()
    {
        using var folder = await BackedUpAsync();
        var young = old.NewStore();
        await Cchc.DoneAsync("restore", folder.Path, "--storage", young);
        var etags = await Contents.ETagsAsync(young, [.. StoredNames.Containers]);

        var again = await Cchc.DoneAsync("restore", folder.Path, "--storage", young);

        again.Output.ShouldContain("Không thay đổi gì.");
        (await Contents.ETagsAsync(young, [.. StoredNames.Containers])).ShouldBe(etags);
    }

    private async Task<Folder> BackedUpAsync()
    {
        var folder = new Folder();
        await Cchc.DoneAsync("backup", folder.Path, "--storage", old.Connection);
        return folder;
    }

    private async Task RefusedAsync(string folder, string told)
    {
        var untouched = old.NewStore();
        var run = await Cchc.RunAsync("restore", folder, "--storage", untouched);

        (run.ExitCode, run.Output).ShouldBe((3, ""));
        run.Error.ShouldContain(told);
        await foreach (var container in Store.Open(untouched).Blobs.GetBlobContainersAsync())
            container.ShouldBeNull("nothing may have been written");
    }
}
