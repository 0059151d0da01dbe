using CCHC.Pipeline.Kpis;

namespace CCHC.Pipeline.Tests.Oracle;

/// <summary>The comparison sees what differs and says where.</summary>
public class DifferenceTests
{
    private static readonly DeskQuarter Quarter = Enumerable
        .Range(0, 100)
        .Select(DeskQuarters.Make)
        .First(quarter => quarter.Quarter == "2022-Q1" && quarter.Uploads.Any(upload => upload.Lines.Count > 5));

    [Fact]
    public void An_outcome_that_says_what_the_oracle_says_agrees() =>
        Difference.Between(Quarter, Told(Quarter)).ShouldBeEmpty();

    [Fact]
    public void A_count_that_is_one_too_many_is_named()
    {
        var outcome = Told(Quarter);
        var (unit, row) = outcome.Units.Select(it => (it.Key, it.Value.Rows.Keys.First())).First();
        outcome.Units[unit].Rows[row].Add(Count.Withdrawn, 1);
        Difference
            .Between(Quarter, outcome)
            .ShouldHaveSingleItem()
            .ShouldStartWith($"{unit}{row.Suffix} in {row.Period}: Withdrawn");
    }

    [Fact]
    public void Nothing_at_all_is_not_agreement() =>
        Difference
            .Between(Quarter, Outcome.Empty)
            .ShouldContain(sentence => sentence.Contains("no row", StringComparison.Ordinal));

    [Fact]
    public void A_shrunk_quarter_is_smaller_and_keeps_its_order()
    {
        var order = Order(Quarter);
        foreach (var smaller in Quarter.Smaller().Skip(1).Take(50))
        {
            Order(smaller).ShouldBe(order.Where(number => smaller.Uploads.Any(upload => upload.Number == number)));
            (smaller.Uploads.Count + smaller.Uploads.Sum(u => u.Lines.Count)).ShouldBeLessThan(
                Quarter.Uploads.Count + Quarter.Uploads.Sum(u => u.Lines.Count)
            );
        }

        static List<int> Order(DeskQuarter quarter) => [.. quarter.Batches().SelectMany(b => b).Select(u => u.Number)];
    }

    /// <summary>The oracle's own figures in the shape of an outcome.</summary>
    private static Outcome Told(DeskQuarter quarter) =>
        new(quarter.Units.ToDictionary(unit => unit.Id, unit => Told(quarter, unit)));

    private static UnitOutcome Told(DeskQuarter quarter, NaiveUnit unit)
    {
        var desk = new NaiveOracle(unit.Id, quarter.Uploads);
        var reviews = quarter
            .Reviewed.Select(name => (name, Span: NaiveSpan.Named(name, quarter.Statutory)))
            .Select(it => (it.name, Review: NaiveReview.Of(desk, unit, it.Span, quarter.Targets)))
            .Where(it => it.Review is not null);
        return new UnitOutcome(
            desk.AsOf,
            desk.Rows(quarter.Statutory).ToDictionary(row => row.Key, row => Tallied(row.Value)),
            desk.Days.ToDictionary(row => row.Key, row => Tallied(row.Value)),
            reviews.ToDictionary(
                it => it.name,
                it => new ReviewOutcome(
                    it.Review!.Coverage.WorkingDays,
                    it.Review.Coverage.MissingDays,
                    it.Review.Verdicts
                )
            )
        );
    }

    private static Tally Tallied(IReadOnlyDictionary<Count, int> counts)
    {
        var tally = new Tally();
        foreach (var (count, number) in counts)
            tally.Add(count, number);
        return tally;
    }
}
