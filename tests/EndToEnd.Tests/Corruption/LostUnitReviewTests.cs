using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Corruption;

/// <summary>A quarter that is frozen without a unit is never reviewed with it: no review while the list lacks one.</summary>
public sealed class LostUnitReviewTests(RowShop shop) : IClassFixture<RowShop>
{
    private const string Units = StoredNames.UnitsTable;

    [Fact]
    public async Task A_review_waits_for_the_list_and_says_so()
    {
        const string quarter = "2022-Q1";
        const string unit = "29956";
        await Quarters.SendAsync(shop.Workshop, unit, quarter, online: 3);
        var row = await LoseAsync(unit);

        var dry = await CommandAsync("review", quarter, "--dry-run");
        var review = await CommandAsync("review", quarter);

        (dry.ExitCode, review.ExitCode).ShouldBe((1, 3));
        dry.Error.ShouldContain($"{unit}: Units/unit/{unit}: dòng này của danh sách đã mất");
        review.Error.ShouldContain($"Chưa thực hiện được vì danh sách bị hỏng hoặc mất: Units/unit/{unit}: ");
        review.Error.ShouldContain("cchc units import");
        await Should.ThrowAsync<UnreadableListException>(() => TickAsync());
        (await FrozenAsync(quarter)).ShouldBe(0);

        await PutBackAsync(row);
        (await TickAsync()).ShouldContain(quarter);
        (await shop.ReviewAsync(quarter)).Units.ShouldContain(reviewed => reviewed.Unit.Id == unit);
    }

    [Fact]
    public async Task One_that_never_sent_anything_is_missed_too()
    {
        await shop.ReviewAsync("2018-Q1");
        var row = await LoseAsync("29962");

        var refused = await Should.ThrowAsync<UnreadableListException>(() => shop.ReviewAsync("2018-Q2"));

        refused.Message.ShouldContain("Units/unit/29962: ");
        (await FrozenAsync("2018-Q2")).ShouldBe(0);
        await PutBackAsync(row);
        (await shop.ReviewAsync("2018-Q2")).Units.Count.ShouldBe(10);
    }

    private async Task<Azure.Data.Tables.TableEntity> LoseAsync(string unit)
    {
        var row = await shop.RowAsync(Units, "unit", unit);
        await shop.Table(Units).DeleteEntityAsync("unit", unit);
        shop.Get<Registers>().Forget();
        return row;
    }

    private async Task PutBackAsync(Azure.Data.Tables.TableEntity row)
    {
        await shop.PutRightAsync(Units, row);
        shop.Get<Registers>().Forget();
    }

    private async Task<IReadOnlyList<string>> TickAsync()
    {
        await using var pipeline = shop.Workshop.At(
            new DateTimeOffset(2022, 5, 1, 12, 0, 0, TimeSpan.Zero),
            ("Review:FirstPeriod", "2022-Q1")
        );
        return await pipeline.GetRequiredService<ReviewClosedPeriods>().ReviewAsync(default);
    }

    private Task<Cchc> CommandAsync(params string[] words) =>
        Cchc.RunAsync([.. words, "--storage", shop.Workshop.Connection]);

    private async Task<int> FrozenAsync(string quarter) =>
        await shop.Table(StoredNames.ReviewsTable)
            .QueryAsync<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == quarter)
            .CountAsync();
}
