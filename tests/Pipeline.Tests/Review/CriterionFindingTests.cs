using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;

namespace CCHC.Pipeline.Tests.Review;

/// <summary>domain.md §1: a line that is missing or doesn't tell is never a pass and never a fault.</summary>
public class CriterionFindingTests
{
    [Fact]
    public void A_plan_issued_on_its_last_day_is_in_time()
    {
        var finding = Judge(CriterionKind.Date, new Answer(Day: SomeCriterion.Deadline));

        (finding.Verdict, finding.DaysLate).ShouldBe((Verdict.Met, 0));
    }

    [Fact]
    public void A_plan_issued_one_day_later_is_a_finding_late_by_one_day()
    {
        var finding = Judge(CriterionKind.Date, new Answer(Day: SomeCriterion.Deadline.AddDays(1)));

        (finding.Verdict, finding.DaysLate).ShouldBe((Verdict.Below, 1));
    }

    [Fact]
    public void What_was_done_late_before_the_quarter_and_told_of_is_no_finding_again()
    {
        var late = SomeCriterion.Deadline.AddDays(20);
        var line = SomeCriterion.Line(new Answer(Day: late), "");
        var plan = SomeCriterion.Of(CriterionKind.Date);

        CriterionFinding.Of(plan, line, settledBefore: late.AddDays(1)).Verdict.ShouldBe(Verdict.Met);
        CriterionFinding.Of(plan, line, settledBefore: late).Verdict.ShouldBe(Verdict.Below, "done in this quarter");
        CriterionFinding.Of(plan, line).Verdict.ShouldBe(Verdict.Below, "nobody has told of it yet");
    }

    [Fact]
    public void A_plan_not_issued_is_a_finding() =>
        Judge(CriterionKind.Date, new Answer(Done: false)).Verdict.ShouldBe(Verdict.Below);

    [Theory]
    [InlineData(2, Verdict.Below)]
    [InlineData(3, Verdict.Met)]
    [InlineData(4, Verdict.Met)]
    public void Three_computers_of_three_are_enough(int number, Verdict verdict) =>
        Judge(CriterionKind.Count, new Answer(Number: number)).Verdict.ShouldBe(verdict);

    [Fact]
    public void Yes_without_evidence_is_no_pass()
    {
        var finding = Judge(CriterionKind.YesNo, new Answer(Done: true));

        (finding.Verdict, finding.Gap).ShouldBe((Verdict.Insufficient, CriterionGap.NoEvidence));
        Judge(CriterionKind.YesNo, new Answer(Done: true), "12/QĐ-UBND ngày 10/01/2022").Verdict.ShouldBe(Verdict.Met);
        Judge(CriterionKind.YesNo, new Answer(Done: false)).Verdict.ShouldBe(Verdict.Below);
    }

    [Theory]
    [InlineData(PageStatus.Published, Verdict.Met, CriterionGap.None)]
    [InlineData(PageStatus.WithoutWords, Verdict.Below, CriterionGap.None)]
    [InlineData(PageStatus.Missing, Verdict.Below, CriterionGap.None)]
    [InlineData(PageStatus.Unreadable, Verdict.Insufficient, CriterionGap.CannotTell)]
    [InlineData(PageStatus.Unreachable, Verdict.Insufficient, CriterionGap.CannotTell)]
    [InlineData(PageStatus.Refused, Verdict.Insufficient, CriterionGap.CannotTell)]
    public void A_page_is_judged_by_what_it_said(PageStatus page, Verdict verdict, CriterionGap gap)
    {
        var finding = CriterionFinding.Of(
            SomeCriterion.Of(CriterionKind.Address),
            SomeCriterion.Line(new Answer(Address: "https://example.test/ngan-sach"), page: page)
        );

        (finding.Verdict, finding.Gap).ShouldBe((verdict, gap));
    }

    [Fact]
    public void A_page_that_was_not_asked_yet_is_not_judged() =>
        Judge(CriterionKind.Address, new Answer(Address: "https://example.test/ngan-sach"))
            .Gap.ShouldBe(CriterionGap.NotChecked);

    [Theory]
    [InlineData(CriterionKind.Date)]
    [InlineData(CriterionKind.Count)]
    [InlineData(CriterionKind.YesNo)]
    [InlineData(CriterionKind.Address)]
    public void Without_a_line_or_with_a_blank_one_there_is_no_verdict(CriterionKind kind)
    {
        var criterion = SomeCriterion.Of(kind);

        foreach (var line in (ChecklistLine?[])[null, SomeCriterion.Line(new Answer())])
        {
            var finding = CriterionFinding.Of(criterion, line);
            (finding.Verdict, finding.Gap).ShouldBe((Verdict.Insufficient, CriterionGap.NoLine));
        }
    }

    private static CriterionFinding Judge(CriterionKind kind, Answer answer, string evidence = "") =>
        CriterionFinding.Of(SomeCriterion.Of(kind), SomeCriterion.Line(answer, evidence));
}
