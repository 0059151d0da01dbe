using Azure.Storage.Blobs.Models;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Cli;

public sealed class RebuildTests(Stores stores)
{
    private readonly string store = stores.New();

    [Fact]
    public async Task It_names_the_damaged_unit_does_all_others_and_tells_a_script()
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code is "29980" or "29956").Take(4));
        await Cchc.RunAsync("ingest", folder.Path, "--storage", store);
        var figures = await Contents.FiguresAsync(store);
        var journal = Store.Open(store).Container(StoredNames.Journal);
        var entry = journal.GetBlobs(new GetBlobsOptions { Prefix = "29956/" }).First();
        var blob = journal.GetBlobClient(entry.Name);
        var whole = (await blob.DownloadContentAsync()).Value.Content;
        await blob.UploadAsync(BinaryData.FromBytes(whole.ToMemory()[..^3]), overwrite: true);

        var verified = await Cchc.RunAsync("rebuild", "--verify", "--storage", store);
        var rebuilt = await Cchc.RunAsync("rebuild", "--storage", store);

        var named = $"29956: journal/{entry.Name}: mục nhật ký bị cụt hoặc hỏng, cần phục hồi tệp này từ bản sao lưu";
        (verified.ExitCode, verified.Lines[0]).ShouldBe((1, named));
        verified.Lines[1].ShouldStartWith("1 sai khác.");
        (rebuilt.ExitCode, rebuilt.Lines[0]).ShouldBe((1, named));
        rebuilt.Lines[1].ShouldBe("Đã tính lại 1 đơn vị từ nhật ký.");
        rebuilt.Error.ShouldContain("Tính lại: 2/2");
        (await Cchc.RunAsync("health", "--storage", store)).Output.ShouldContain($"journal/{entry.Name}");

        await blob.UploadAsync(whole, overwrite: true);

        (await Cchc.DoneAsync("rebuild", "--verify", "--storage", store)).Output.ShouldBe("Không có sai khác.\n");
        (await Cchc.DoneAsync("health", "--storage", store)).Output.ShouldBe("", "whoever read it soundly cleared it");
        (await Contents.FiguresAsync(store)).ShouldBe(figures);
    }
}
