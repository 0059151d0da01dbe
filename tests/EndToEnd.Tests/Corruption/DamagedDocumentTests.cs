using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Documents that are gone or not what was written: drawn again, or named; never handed out (design.md §4, law 2b).</summary>
public sealed class DamagedDocumentTests(Papers papers) : IClassFixture<Papers>
{
    public static MatrixTheoryData<string, Harm> Harmed =>
        new(Papers.All, [Harm.CutInHalf, Harm.Emptied, Harm.OneByteFlipped, Harm.PutOver, Harm.Rotten, Harm.Deleted]);

    [Theory]
    [MemberData(nameof(Harmed))]
    public async Task A_lost_or_damaged_document_is_handed_out_as_it_was_written(string paper, Harm harm)
    {
        var sound = await papers.BytesAsync(paper);
        await papers.HarmAsync(paper, harm);
        using var folder = new Folder();

        await CopyAsync(folder, exitCode: 0);

        (await File.ReadAllBytesAsync(folder[paper.Split('/')[2..]])).ShouldBe(sound);
        (await papers.BytesAsync(paper)).ShouldBe(sound);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_nothing_tells_any_more_is_named_and_all_others_are_handed_out()
    {
        const string paper = $"notices/{Papers.Quarter}/issued/{Papers.Issued}.docx";
        var record = papers.Blob($"notices/{Paths.Issue(Papers.Quarter, Papers.Issued)}");
        var (sound, kept) = (await papers.BytesAsync(paper), (await record.DownloadContentAsync()).Value.Content);
        await papers.HarmAsync(paper, Harm.CutInHalf);
        await record.DeleteAsync();
        using var folder = new Folder();

        var copied = await CopyAsync(folder, exitCode: 1);

        copied.Error.ShouldContain($"Không lấy ra được {paper}: ");
        copied.Error.ShouldContain("lấy lại từ bản sao lưu");
        File.Exists(folder["issued", $"{Papers.Issued}.docx"]).ShouldBeFalse();
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length.ShouldBeGreaterThan(20);
        (await papers.Shop.PlacesAsync()).ShouldContain(paper);

        await record.UploadAsync(kept);
        await CopyAsync(folder, exitCode: 0);
        (await papers.BytesAsync(paper)).ShouldBe(sound);
        (await papers.Shop.PlacesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_an_earlier_version_without_a_mark_is_handed_out_as_it_is()
    {
        string[] both = [$"notices/{Papers.Quarter}/29971.docx", $"notices/{Papers.Quarter}/29971.html"];
        foreach (var paper in both)
            await papers.Blob(paper).UploadAsync(BinaryData.FromString("như trước đây"), overwrite: true);
        using var folder = new Folder();

        await CopyAsync(folder, exitCode: 0);

        (await File.ReadAllTextAsync(folder["29971.docx"])).ShouldBe("như trước đây");
    }

    private async Task<Cchc> CopyAsync(Folder folder, int exitCode)
    {
        var copied = await Cchc.RunAsync(
            "notices",
            Papers.Quarter,
            "--out",
            folder.Path,
            "--storage",
            papers.Shop.Workshop.Connection
        );
        copied.ExitCode.ShouldBe(exitCode, copied.Error);
        return copied;
    }
}
