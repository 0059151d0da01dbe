using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Tests.Notices;

namespace CCHC.Pipeline.Tests.Review;

/// <summary>Criteria, lines and reviewed quarters with only what matters said in the test; all invented.</summary>
internal static class SomeCriterion
{
    public static readonly DateOnly Deadline = new(2022, 1, 28);

    public static Criterion Of(CriterionKind kind, string id = "plan-issued") =>
        new(
            id,
            "Ban hành kế hoạch",
            kind,
            10,
            kind is CriterionKind.Date ? Deadline : null,
            kind is CriterionKind.Count ? 3 : null,
            kind is CriterionKind.Count ? "máy vi tính" : "",
            new DateOnly(2022, 1, 1),
            null,
            null,
            "yêu cầu kiểm tra",
            "chưa ban hành kế hoạch",
            "Ban hành ngay."
        );

    public static ChecklistLine Line(Answer answer, string evidence = "", PageStatus? page = null) =>
        new(
            "2022-Q1",
            "29956",
            "plan-issued",
            answer,
            evidence,
            "kiem-tra.xlsx",
            7,
            1,
            page is { } status
                ? new PageCheck(answer.Address, new DateOnly(2022, 3, 10), status, 200, "công khai ngân sách 2022")
                : null
        );

    /// <summary>A reviewed quarter in which "online" and "plan-issued" were found so.</summary>
    public static ReviewedUnit Reviewed(
        string quarter,
        Verdict online,
        Verdict? plan = null,
        ReviewedUnit? before = null
    )
    {
        var kpi = SomeReview.Below("online", new Fraction(1, 10, 0), 40, 100) with { Verdict = online };
        return SomeReview.Of("Xã A", new Tally(), kpi) with
        {
            Period = SomeReview.Quarter(quarter),
            Inspected = plan is { } verdict ? [new(Of(CriterionKind.Date), null, verdict, CriterionGap.None)] : [],
            Previous = before is null ? null : PreviousReview.Of(before),
        };
    }
}
