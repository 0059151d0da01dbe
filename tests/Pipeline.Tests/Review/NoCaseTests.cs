using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Tests.Notices;
using static CCHC.Pipeline.Kpis.Count;

namespace CCHC.Pipeline.Tests.Review;

/// <summary>"No case" is said only where it is known that there was none (domain.md §5), worked by hand.</summary>
public class NoCaseTests
{
    public static TheoryData<string, (Count, int)[], Verdict, Insufficiency> Figures =>
        new()
        {
            { "online", [], Verdict.None, Insufficiency.None },
            { "online", [(Finished, 7), (Open, 2)], Verdict.None, Insufficiency.None },
            { "online", Unknown(Received, ReceivedUnknownChannel), Verdict.Insufficient, Insufficiency.Unknown },
            { "on-time", [(Received, 9), (Open, 9)], Verdict.None, Insufficiency.None },
            { "on-time", Unknown(Finished, FinishedUnknownDue, OnTime), Verdict.Insufficient, Insufficiency.Unknown },
            { "on-time-766", Unknown(Open, OpenUnknownDue, OpenInTime), Verdict.Insufficient, Insufficiency.Unknown },
            { "overdue-open", [(Finished, 9), (OnTime, 9)], Verdict.None, Insufficiency.None },
            { "overdue-open", Unknown(Open, OpenUnknownDue, OpenInTime), Verdict.Insufficient, Insufficiency.Unknown },
            { "postal-return", [], Verdict.None, Insufficiency.None },
            { "postal-return", [(Received, 9), (Finished, 9)], Verdict.None, Insufficiency.None },
            {
                "postal-return",
                [(Finished, 9), (ReturnedUnknownDay, 1)],
                Verdict.Insufficient,
                Insufficiency.Undecided
            },
            { "postal-return", Unknown(Returned, ReturnedUnknownChannel), Verdict.Insufficient, Insufficiency.Unknown },
            { "postal-return", [(Returned, 2), (ReturnedPostal, 2), (ReturnedUnknownDay, 40)], Verdict.Met, default },
            { "postal-return", [(Returned, 2), (ReturnedUnknownDay, 40)], Verdict.Below, default },
            { "online-eligible", [], Verdict.None, Insufficiency.None },
            { "online-eligible", [(Received, 9), (ReceivedLevel2, 9)], Verdict.None, Insufficiency.None },
            { "online-eligible", [(Received, 9), (ReceivedLevel2, 8)], Verdict.Insufficient, Insufficiency.Undecided },
            { "online-eligible", [(Received, 9)], Verdict.Insufficient, Insufficiency.Undecided },
            { "fully-online", [(Received, 9)], Verdict.Insufficient, Insufficiency.Unknown },
            { "digitised", [(Received, 9)], Verdict.Insufficient, Insufficiency.Unknown },
            { "online-payment", [(Finished, 9)], Verdict.None, Insufficiency.None },
        };

    [Theory]
    [MemberData(nameof(Figures))]
    public void None_is_no_verdict_on_what_is_unknown(
        string kpi,
        (Count, int)[] counts,
        Verdict verdict,
        Insufficiency reason
    )
    {
        var figures = new Tally();
        foreach (var (count, number) in counts)
            figures[count] = number;
        var better = KpiCatalogue.Find(kpi)!.Better;
        var finding = Examine(kpi, figures, better is Better.Higher ? 40 : 10);
        (finding.Verdict, finding.Reason).ShouldBe((verdict, reason));
    }

    [Fact]
    public void The_unit_is_then_asked_for_its_data() =>
        (
            SomeReview.Of("Xã Long Thuận", new Tally(), Examine("postal-return", With(ReturnedUnknownDay)))
        ).NeedsNotice.ShouldBeTrue();

    private static Tally With(Count count) => new() { [count] = 12 };

    /// <summary>Twelve dossiers, and nothing is known of any.</summary>
    private static (Count, int)[] Unknown(params Count[] counts) => [.. counts.Select(count => (count, 12))];

    private static Finding Examine(string kpi, Tally figures, int percent = 40)
    {
        var unit = SomeReview.Of("Xã Long Thuận", figures);
        var target = new Target(kpi, percent, 100, new DateOnly(2022, 1, 1), null, null, "chỉ tiêu giao năm 2022");
        var rule = new CoverageRule([], SomeReview.LastDay, 10, IsList: false);
        return new Examination([target], rule)
            .Examine(unit.Unit, unit.Period, figures, unit.Coverage)
            .ShouldHaveSingleItem();
    }
}
