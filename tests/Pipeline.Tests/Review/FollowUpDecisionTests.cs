using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;

namespace CCHC.Pipeline.Tests.Review;

/// <summary>domain.md §1, S12: what one quarter found and the next one finds.</summary>
public class FollowUpDecisionTests
{
    private const Verdict Below = Verdict.Below;
    private const Verdict Met = Verdict.Met;
    private const Verdict Insufficient = Verdict.Insufficient;

    [Fact]
    public void A_finding_of_three_quarters_running_is_below_for_the_third_time()
    {
        var first = SomeCriterion.Reviewed("2022-Q1", Below, Below);
        var second = SomeCriterion.Reviewed("2022-Q2", Below, Met, first);
        var third = SomeCriterion.Reviewed("2022-Q3", Below, Below, second);

        third.TimesBelow("online").ShouldBe(3);
        third.TimesBelow("plan-issued").ShouldBe(1);
        second.TimesBelow("plan-issued").ShouldBe(0);
    }

    [Fact]
    public void A_quarter_that_could_not_be_judged_breaks_the_row()
    {
        var first = SomeCriterion.Reviewed("2022-Q1", Below, Below);
        var second = SomeCriterion.Reviewed("2022-Q2", Insufficient, plan: null, first);
        var third = SomeCriterion.Reviewed("2022-Q3", Below, Below, second);

        third.TimesBelow("online").ShouldBe(1);
        third.TimesBelow("plan-issued").ShouldBe(1);
    }

    [Fact]
    public void A_plan_that_was_missing_and_is_issued_late_closes_the_old_item_and_is_a_new_finding()
    {
        var first = SomeCriterion.Reviewed("2022-Q1", Met, Below);
        var late = SomeCriterion.Line(new Answer(Day: SomeCriterion.Deadline.AddDays(70)), "");
        var second = SomeCriterion.Reviewed("2022-Q2", Met, plan: null, first) with
        {
            Inspected = [CriterionFinding.Of(SomeCriterion.Of(CriterionKind.Date), late)],
        };

        FollowUpDecision
            .Decide(FollowUpDecision.Raised(first).Single(), second)
            .Outcome.ShouldBe(FollowUpOutcome.Corrected);
        FollowUpDecision.Raised(second).ShouldHaveSingleItem().Times.ShouldBe(1);
    }

    [Fact]
    public void The_quarter_before_is_kept_with_its_figures()
    {
        var previous = SomeCriterion
            .Reviewed("2022-Q2", Met, Met, SomeCriterion.Reviewed("2022-Q1", Below, Met))
            .Previous!;

        previous.Period.ShouldBe("2022-Q1");
        previous.Find("online").ShouldBe(new PreviousFinding("online", new Fraction(1, 10, 0), Below, 1));
        previous.Find("plan-issued").ShouldBe(new PreviousFinding("plan-issued", null, Met, 0));
    }

    [Fact]
    public void Every_finding_that_is_below_is_followed_up_and_no_other()
    {
        var first = SomeCriterion.Reviewed("2022-Q1", Below, Insufficient);
        var second = SomeCriterion.Reviewed("2022-Q2", Below, Below, first);

        FollowUpDecision.Raised(first).Select(item => (item.Finding, item.Times)).ShouldBe([("online", 1)]);
        FollowUpDecision
            .Raised(second)
            .Select(item => (item.Period, item.Finding, item.Times))
            .ShouldBe([("2022-Q2", "online", 2), ("2022-Q2", "plan-issued", 1)]);
    }

    [Theory]
    [InlineData(Met, FollowUpOutcome.Corrected)]
    [InlineData(Below, FollowUpOutcome.Repeated)]
    [InlineData(Insufficient, FollowUpOutcome.Open)]
    public void The_next_quarter_closes_an_item_repeats_it_or_cannot_tell(Verdict next, FollowUpOutcome outcome)
    {
        var item = FollowUpDecision.Raised(SomeCriterion.Reviewed("2022-Q1", Below)).Single();

        var decided = FollowUpDecision.Decide(item, SomeCriterion.Reviewed("2022-Q2", next));

        decided.Outcome.ShouldBe(outcome);
        decided.OutcomePeriod.ShouldBe(outcome is FollowUpOutcome.Open ? "" : "2022-Q2");
    }

    [Fact]
    public void A_criterion_that_was_not_examined_stays_open()
    {
        var item = FollowUpDecision.Raised(SomeCriterion.Reviewed("2022-Q1", Met, Below)).Single();

        FollowUpDecision.Decide(item, SomeCriterion.Reviewed("2022-Q2", Met)).ShouldBe(item);
    }

    [Fact]
    public void An_item_decided_once_is_not_decided_again_nor_by_its_own_quarter_or_an_earlier_one()
    {
        var item = FollowUpDecision.Raised(SomeCriterion.Reviewed("2022-Q2", Below)).Single();

        FollowUpDecision.Decide(item, SomeCriterion.Reviewed("2022-Q2", Below)).ShouldBe(item);
        FollowUpDecision.Decide(item, SomeCriterion.Reviewed("2022-Q1", Met)).ShouldBe(item);
        var corrected = FollowUpDecision.Decide(item, SomeCriterion.Reviewed("2022-Q3", Met));
        FollowUpDecision.Decide(corrected, SomeCriterion.Reviewed("2022-Q4", Below)).ShouldBe(corrected);
    }
}
