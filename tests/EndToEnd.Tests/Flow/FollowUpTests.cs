using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>Criteria, comparison and follow-ups over quarters, against a real storage; all data invented.</summary>
public class FollowUpTests(Workshop workshop) : IClassFixture<Workshop>
{
    private readonly Answer late = new(Day: new DateOnly(2022, 2, 9));
    private readonly Answer inTime = new(Day: new DateOnly(2022, 1, 28));
    private readonly Answer tooFew = new(Number: 1);

    [Fact]
    public async Task The_second_quarter_closes_one_finding_and_repeats_the_other()
    {
        var unit = await workshop.NewUnitAsync();
        await Quarters.SendAsync(workshop, unit, "2022-Q1", online: 3);
        await InspectAsync(
            Quarters.Line("2022-Q1", unit, "plan-issued", late),
            Quarters.Line("2022-Q1", unit, "computers", tooFew)
        );

        var first = await ReviewAsync("2022-Q1", unit);

        first.Inspected.Single(finding => finding.Criterion.Id == "plan-issued").DaysLate.ShouldBe(12);
        first.Inspected.Count(finding => finding.Verdict is Verdict.Insufficient).ShouldBe(6);
        (await RegisterAsync(unit)).ShouldBe([
            "2022-Q1 computers 1 Open",
            "2022-Q1 online 1 Open",
            "2022-Q1 plan-issued 1 Open",
        ]);

        // Whatever comes after the review changes nothing in it.
        await InspectAsync(Quarters.Line("2022-Q1", unit, "plan-issued", inTime) with { UploadedAt = 2 });
        (await ReviewAsync("2022-Q1", unit)).Inspected.ShouldBe(first.Inspected);

        await Quarters.SendAsync(workshop, unit, "2022-Q2", online: 10);
        await InspectAsync(
            Quarters.Line("2022-Q2", unit, "plan-issued", late),
            Quarters.Line("2022-Q2", unit, "computers", tooFew)
        );
        var second = await ReviewAsync("2022-Q2", unit);

        (second.TimesBelow("online"), second.TimesBelow("computers")).ShouldBe((0, 2));
        second.TimesBelow("plan-issued").ShouldBe(0, "a late plan was told of in the first quarter");
        second.Previous!.Period.ShouldBe("2022-Q1");
        second.Previous.Find("online")!.Figure.ShouldBe(first.Findings.Single(f => f.Kpi.Id == "online").Figure);
        string[] register =
        [
            "2022-Q1 computers 1 Repeated 2022-Q2",
            "2022-Q1 online 1 Corrected 2022-Q2",
            "2022-Q1 plan-issued 1 Corrected 2022-Q2",
            "2022-Q2 computers 2 Open",
        ];
        (await RegisterAsync(unit)).ShouldBe(register);
        (await ReviewAsync("2022-Q2", unit)).TimesBelow("computers").ShouldBe(2);
        (await RegisterAsync(unit)).ShouldBe(register);
    }

    [Fact]
    public async Task A_unit_without_a_line_is_not_examined_to_its_harm_and_without_any_line_nobody_is()
    {
        var unit = await workshop.NewUnitAsync();
        await InspectAsync(Quarters.Line("2023-Q1", "29956", "computers", tooFew));

        var other = await ReviewAsync("2023-Q1", unit);
        var without = await ReviewAsync("2023-Q3", unit);

        other.Inspected.ShouldNotBeEmpty();
        other.Inspected.ShouldAllBe(finding => finding.Verdict == Verdict.Insufficient);
        other.IsBelow.ShouldBeFalse();
        (await RegisterAsync(unit)).ShouldBeEmpty();
        without.Inspected.ShouldBeEmpty();
        without.Previous.ShouldBeNull("the quarter before was not reviewed");
    }

    [Fact]
    public async Task A_review_that_dies_anywhere_is_completed_by_the_next_one()
    {
        var unit = await workshop.NewUnitAsync();
        string[] quarters = ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"];
        foreach (var quarter in quarters)
            await InspectAsync(Quarters.Line(quarter, unit, "computers", tooFew));
        var (requests, letters) = await CountAsync(quarters[0]);
        // Before the row "all", the reports' message, the first letter's, and twice among the follow-ups.
        var deaths = (int[])[requests - 1, requests - 2, requests - 2 - letters, requests - 4 - letters, requests / 2];
        foreach (var (survives, index) in deaths.Zip(Enumerable.Range(1, deaths.Length)))
        {
            var died = await workshop.DieAsync(
                survives,
                doomed => ReviewAsync(doomed.GetRequiredService<ReviewQuarter>(), quarters[index])
            );
            died.ShouldBeTrue();

            await ReviewAsync(workshop.Get<ReviewQuarter>(), quarters[index]);
            await ReviewAsync(workshop.Get<ReviewQuarter>(), quarters[index]);

            (await RegisterAsync(unit))
                .TakeLast(2)
                .ShouldBe(
                    [
                        $"{quarters[index - 1]} computers {index} Repeated {quarters[index]}",
                        $"{quarters[index]} computers {index + 1} Open",
                    ],
                    $"died after {survives} of {requests} requests"
                );
        }
    }

    [Fact]
    public async Task The_tick_waits_for_a_checklist_as_long_as_it_is_told()
    {
        // 2020-Q2 closed on 14 June 2020: reviewed from the 17th on, or ten days later without a checklist.
        async Task<IReadOnlyList<string>> TickAsync(int day)
        {
            await using var pipeline = workshop.At(
                new DateTimeOffset(2020, 6, day, 12, 0, 0, TimeSpan.Zero),
                ("Review:FirstPeriod", "2020-Q2"),
                ("Review:ChecklistWaitDays", "10")
            );
            return await pipeline.GetRequiredService<ReviewClosedPeriods>().ReviewAsync(default);
        }

        (await TickAsync(26)).ShouldBeEmpty();
        (await TickAsync(27)).ShouldBe(["2020-Q2"]);
        (await TickAsync(28)).ShouldBeEmpty();
    }

    /// <summary>How many requests a review takes, and how many letters it asks for.</summary>
    private async Task<(int Requests, int Letters)> CountAsync(string quarter)
    {
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);
        var result = await ReviewAsync(counted.GetRequiredService<ReviewQuarter>(), quarter);
        return (counter.Total, result.Queued);
    }

    private Task InspectAsync(params ChecklistLine[] lines) => workshop.Get<ChecklistTable>().SaveAsync(lines, default);

    private async Task<ReviewedUnit> ReviewAsync(string quarter, string unit)
    {
        // One export a quarter is enough here.
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow(), ("Review:MostMissingDays", "100"));
        var result = await ReviewAsync(pipeline.GetRequiredService<ReviewQuarter>(), quarter);
        return result.Units.Single(reviewed => reviewed.Unit.Id == unit);
    }

    private static Task<ReviewResult> ReviewAsync(ReviewQuarter review, string quarter) =>
        review.ReviewAsync(Quarters.Quarter(quarter), default);

    private async Task<string[]> RegisterAsync(string unit) =>
        [
            .. (await workshop.Get<FollowUpTable>().ListAsync(unit, default)).Select(item =>
                $"{item.Period} {item.Finding} {item.Times} {item.Outcome} {item.OutcomePeriod}".TrimEnd()
            ),
        ];
}
