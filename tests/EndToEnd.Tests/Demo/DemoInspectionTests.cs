using CCHC.Demo;
using CCHC.Pipeline.Kpis;

namespace CCHC.EndToEnd.Tests.Demo;

/// <summary>The invented checklists show each of the document's findings (domain.md §1, S1 S3 S5 S6 S8).</summary>
public sealed class DemoInspectionTests
{
    private static readonly IReadOnlyList<InspectedLine> First = DemoInspection.Of(DemoPeriod.First);
    private static readonly IReadOnlyList<InspectedLine> Second = DemoInspection.Of(DemoPeriod.Second);

    [Fact]
    public void Every_unit_has_a_place_for_every_criterion_in_both_quarters()
    {
        foreach (var quarter in (IReadOnlyList<InspectedLine>[])[First, Second])
        {
            quarter.Count.ShouldBe(10 * 8);
            quarter.Select(line => (line.Unit, line.Criterion)).ShouldBeUnique();
        }
    }

    [Fact]
    public void Some_plans_are_late_and_one_is_missing()
    {
        var below = Below(First, "plan-issued");

        below.Count(line => line.Answer == "Chưa").ShouldBe(1);
        below.Count.ShouldBe(4);
    }

    [Fact]
    public void Most_have_not_published_their_budget() => Below(First, "budget-page").Count.ShouldBeGreaterThan(5);

    [Fact]
    public void Some_lack_scanners_and_some_a_new_model()
    {
        Below(First, "scanners").Count.ShouldBe(3);
        Below(First, "new-models").Count.ShouldBe(4);
    }

    [Fact]
    public void The_second_quarter_corrects_some_findings_and_repeats_others()
    {
        var later = Second.ToDictionary(line => (line.Unit, line.Criterion), line => line.Expected);
        var findings = First.Where(line => line.Expected is Verdict.Below).ToList();

        findings.Count(line => later[(line.Unit, line.Criterion)] is Verdict.Met).ShouldBe(13);
        findings.Count(line => later[(line.Unit, line.Criterion)] is Verdict.Below).ShouldBe(8);
    }

    private static List<InspectedLine> Below(IReadOnlyList<InspectedLine> quarter, string criterion) =>
        [.. quarter.Where(line => line.Criterion == criterion && line.Expected is Verdict.Below)];
}
