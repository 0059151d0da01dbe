using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

public sealed class HistoryTests
{
    private static readonly PreviousReview TwiceBelow = new(
        "2021-Q4",
        [new("online", new Fraction(1, 10, 0), Verdict.Below, 2)]
    );

    private static readonly FollowUp Item = new()
    {
        Unit = "29954",
        Period = "2021-Q3",
        Finding = "online",
        Name = "Tỷ lệ hồ sơ nộp trực tuyến",
        Times = 1,
        Number = "12",
        IssuedOn = new DateOnly(2021, 10, 1),
        Deadline = new DateOnly(2021, 10, 22),
    };

    [Fact]
    public void A_third_quarter_below_running_is_told_so()
    {
        var results = new SomeQuarter().With("Xã A", Online(1, 10), previous: TwiceBelow).Results();
        Words(results).ShouldContain("Có 01 hạn chế lặp lại của 01 đơn vị:");
        Words(results).ShouldContain("Lần thứ 3 liên tiếp");
    }

    [Fact]
    public void What_was_below_and_is_met_is_corrected()
    {
        var results = new SomeQuarter().With("Xã A", Online(9, 10), previous: TwiceBelow).Results();
        History.Corrected(results).Single().Name.ShouldBe("Tỷ lệ hồ sơ nộp trực tuyến");
        History.Repeated(results).ShouldBeEmpty();
    }

    [Fact]
    public void An_older_item_that_could_not_be_judged_in_between_is_corrected_too() =>
        History.Corrected(With(Online(9, 10), Item)).Count.ShouldBe(1);

    [Fact]
    public void An_item_that_an_earlier_review_closed_is_not_corrected_again() =>
        History
            .Corrected(
                With(Online(9, 10), Item with { Outcome = FollowUpOutcome.Corrected, OutcomePeriod = "2021-Q4" })
            )
            .ShouldBeEmpty();

    [Fact]
    public void An_item_still_without_verdict_is_waiting_and_overdue_without_an_answer()
    {
        var waiting = History.Waiting(With([], Item)).Single();
        waiting.IsOverdue.ShouldBeTrue();
        Words(With([], Item)).ShouldContain("trong đó 01 nội dung quá thời hạn báo cáo:");
        History.Waiting(With(Online(1, 10), Item)).ShouldBeEmpty("this review repeats it");
    }

    [Fact]
    public void What_is_recorded_after_the_review_does_not_change_the_report()
    {
        var later = Item with
        {
            Reply = "7",
            RepliedOn = ReviewedOn.AddDays(1),
            Outcome = FollowUpOutcome.Corrected,
            OutcomePeriod = "2022-Q2",
        };
        var ofThisQuarter = Item with { Period = "2022-Q1" };
        foreach (var figures in new[] { Online(9, 10), Online(1, 10), [] })
            Bytes(With(figures, later, ofThisQuarter)).ShouldBe(Bytes(With(figures, Item)));
    }

    [Fact]
    public void An_answer_before_the_review_is_told()
    {
        var answered = Item with { Reply = "7", RepliedOn = new DateOnly(2021, 10, 20) };
        History.Waiting(With([], answered)).Single().IsOverdue.ShouldBeFalse();
        Words(With([], answered)).ShouldContain("Đã báo cáo ngày 20/10/2021, chờ kết luận");
    }

    private static QuarterResults With(FieldFigures[] figures, params FollowUp[] items) =>
        new SomeQuarter().With("Xã A", figures).Results() with
        {
            FollowUps = items,
        };

    private static byte[] Bytes(QuarterResults results) => LetterDocx.Write(SummaryReport.Compose(results));

    private static string Words(QuarterResults results) => new ReadDocument(Bytes(results)).Words;
}
