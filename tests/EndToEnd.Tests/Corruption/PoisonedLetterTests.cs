using CCHC.EndToEnd.Tests.Cli;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>Letters and reports that were given up: why, and what a retry says of those that still can't be written.</summary>
public sealed class PoisonedLetterTests(Papers papers) : IClassFixture<Papers>
{
    private const string Quarter = Papers.Quarter;

    [Fact]
    public async Task One_whose_review_cant_be_read_says_so_and_is_not_done_by_a_retry()
    {
        const string mark = $"notices/{Quarter}/{Papers.Draft}";
        await papers.Shop.Get<PoisonMarks>().SetAsync(mark, default);
        var sound = await papers.Shop.SpoilAsync(StoredNames.ReviewsTable, Quarter, Papers.Draft, "Findings", "[{");
        await papers.HarmAsync($"{mark}.docx", Harm.Deleted);

        var listed = await RunAsync("poison", "list", "--format", "json");
        var retried = await RunAsync("poison", "retry", mark);

        listed.Output.ShouldContain($"Reviews/{Quarter}/{Papers.Draft}");
        retried.ExitCode.ShouldBe(1);
        retried.Output.ShouldContain($"{mark}: chưa soạn được, Reviews/{Quarter}/{Papers.Draft}: ");
        (retried.Error + listed.Error).ShouldNotContain("waits");
        (await papers.Shop.Get<PoisonMarks>().ListAsync(default)).ShouldContain(mark);

        await papers.Shop.PutRightAsync(StoredNames.ReviewsTable, sound);
        (await RunAsync("poison", "list")).Output.ShouldContain("bây giờ thì soạn được");
        (await RunAsync("poison", "retry", mark)).ExitCode.ShouldBe(0);
        (await papers.BytesAsync($"{mark}.docx")).ShouldNotBeEmpty();
        (await papers.Shop.Get<PoisonMarks>().ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_a_quarter_that_was_not_reviewed_says_so()
    {
        foreach (var unit in (string[])["29956", "all"])
            await papers.Shop.Get<PoisonMarks>().SetAsync($"notices/2021-Q3/{unit}", default);

        var listed = await RunAsync("poison", "list", "--format", "json");

        listed.Output.ShouldContain("Kỳ 2021-Q3 không có kết quả đánh giá của đơn vị 29956 để soạn công văn.");
        listed.Output.ShouldContain("Kỳ 2021-Q3 chưa được đánh giá nên chưa có gì để báo cáo.");
        foreach (var unit in (string[])["29956", "all"])
            await papers.Shop.Get<PoisonMarks>().ClearAsync($"notices/2021-Q3/{unit}", default);
    }

    private Task<Cchc> RunAsync(params string[] args) =>
        Cchc.RunAsync([.. args, "--storage", papers.Shop.Workshop.Connection]);
}
