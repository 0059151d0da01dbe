using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Cli;

/// <summary>design.md §4, law 7: quarters one after another, and only quarters.</summary>
public sealed class ReviewOrderTests : IAsyncLifetime
{
    private readonly Workshop workshop = new();

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_quarter_is_not_reviewed_before_the_one_before_it_unless_one_insists()
    {
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);
        await Quarters.SendAsync(workshop, "29956", "2022-Q3", online: 3);

        var early = await RunAsync("review", "Q3/2022");
        (early.ExitCode, early.Output).ShouldBe((3, ""));
        early.Error.ShouldContain("Chưa đánh giá 2022-Q1, 2022-Q2 là quý đã kết thúc trước 2022-Q3");
        early.Error.ShouldContain("--out-of-order");

        (await RunAsync("review", "quý I/2022")).ExitCode.ShouldBe(0);
        (await RunAsync("review", "2022-Q3")).Error.ShouldContain("Chưa đánh giá 2022-Q2 là");
        (await RunAsync("review", "2022-Q3", "--out-of-order")).ExitCode.ShouldBe(0);
        (await RunAsync("review", "2022-Q3")).ExitCode.ShouldBe(0, "it is frozen");
    }

    [Theory]
    [InlineData("14/03/2022")]
    [InlineData("15/03/2022")]
    [InlineData("2022-M03")]
    [InlineData("2022-03-01..2022-03-14")]
    public async Task Any_other_period_is_looked_at_and_explained_but_not_frozen(string period)
    {
        var isAfter = period == "15/03/2022";
        await Quarters.SendAsync(workshop, "29956", "2022-Q1", online: 3);

        var review = await RunAsync("review", period);
        (review.ExitCode, review.Output).ShouldBe((2, ""));
        review.Error.ShouldContain("Chỉ chốt đánh giá theo quý");

        var seen = await RunAsync("review", period, "--dry-run", "--format", "csv");
        seen.ExitCode.ShouldBe(0, seen.Error);
        var figure = isAfter ? "0,0" : "3,10";
        seen.Lines.ShouldContain(line =>
            line.Contains(",29956,", StringComparison.Ordinal)
            && line.Contains($",online,{figure},0,40%,", StringComparison.Ordinal)
        );
        var explained = await RunAsync("explain", period, "29956", "online", "--format", "csv");
        explained.ExitCode.ShouldBe(0, explained.Error);
        explained.Lines.Length.ShouldBe(isAfter ? 1 : 11, "a heading and ten dossiers");
        foreach (var kpi in KpiCatalogue.All)
            (await RunAsync("explain", period, "29956", kpi.Id)).ExitCode.ShouldBe(0, kpi.Id);
    }

    private Task<Cchc> RunAsync(params string[] args) => Cchc.RunAsync([.. args, "--storage", workshop.Connection]);
}
