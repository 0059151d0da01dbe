using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using FsCheck.Xunit;
using static CCHC.Pipeline.Tests.Notices.SomeInspection;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>What letters say of the quarter before.</summary>
public sealed class HistoryTextTests
{
    [Theory]
    // 60/180 = 33,33 % is less than 70/200 = 35,00 %.
    [InlineData(60, 180, 70, 200, "(60/180 hồ sơ, 33,33 %), kết quả quý II năm 2022 (70/200 hồ sơ, 35,00 %) tăng.")]
    [InlineData(72, 180, 70, 200, "(72/180 hồ sơ, 40,00 %), kết quả quý II năm 2022 (70/200 hồ sơ, 35,00 %) giảm.")]
    [InlineData(
        7,
        20,
        70,
        200,
        "(7/20 hồ sơ, 35,00 %), kết quả quý II năm 2022 (70/200 hồ sơ, 35,00 %) không thay đổi."
    )]
    // 3.333/10.000 = 33,33 % and 1/3 = 33,33…: more, though both print alike.
    [InlineData(3333, 10000, 1, 3, "tăng không đáng kể (chênh lệch chưa đến 0,01 điểm phần trăm).")]
    [InlineData(1, 3, 3333, 10000, "giảm không đáng kể (chênh lệch chưa đến 0,01 điểm phần trăm).")]
    [InlineData(0, 0, 70, 200, "Quý I năm 2022 không phát sinh hồ sơ nên không có cơ sở so sánh.")]
    public void Change_is_told_from_exact_fractions(int num, int den, int numNow, int denNow, string told) =>
        Words(new Fraction(num, den, 0), new Fraction(numNow, denNow, 0)).ShouldContain(told);

    [Fact]
    public void Insufficient_data_of_the_quarter_before_are_not_compared() =>
        Words(new Fraction(60, 180, 0), new Fraction(70, 200, 0), Verdict.Insufficient)
            .ShouldContain("Quý I năm 2022 chưa đủ dữ liệu để đánh giá nên không có cơ sở so sánh.");

    [Fact]
    public void Nothing_is_compared_with_a_quarter_that_was_not_reviewed() =>
        new WordPage(TenShort()).Words.ShouldNotContain("So với");

    [Property]
    public void No_change_is_claimed_that_the_printed_rates_contradict(
        FsCheck.NonNegativeInt a,
        FsCheck.NonNegativeInt b,
        FsCheck.NonNegativeInt c,
        FsCheck.NonNegativeInt d
    )
    {
        var (then, now) = (Of(a.Get, b.Get), Of(c.Get % 40, c.Get % 40 + d.Get + 100));
        var words = Words(then, now);
        var (before, after) = (then.RateVietnamese, now.RateVietnamese);
        if (words.Contains(") tăng.", StringComparison.Ordinal) || words.Contains(") giảm.", StringComparison.Ordinal))
            before.ShouldNotBe(after);
        else
            before.ShouldBe(after);

        static Fraction Of(int num, int more) => new(num, num + more + 1, 0);
    }

    [Fact]
    public void A_second_and_a_third_time_are_counted_in_a_rising_tone()
    {
        var words = new WordPage(Repeated()).Words;
        words.ShouldContain(
            "Đây là lần thứ 02 liên tiếp: hạn chế này đã được xác định qua kiểm tra quý I năm 2022 nhưng chưa được khắc phục."
        );
        words.ShouldContain("Đây là lần thứ 03 liên tiếp: hạn chế này kéo dài qua nhiều kỳ kiểm tra");
        words.ShouldContain("Đối với các hạn chế lặp lại: nghiêm túc kiểm điểm");
    }

    [Fact]
    public void What_was_done_late_is_not_reproached_a_second_time()
    {
        var late = Of("Xã Long Thuận", Figures()) with
        {
            Inspected = [Found(Plan, new Answer(Day: new DateOnly(2022, 1, 22)))],
            Previous = new PreviousReview("2021-Q4", [new("plan-issued", null, Verdict.Below, 1)]),
        };
        var words = new WordPage(late).Words;
        words.ShouldContain("chậm 12 ngày");
        words.ShouldNotContain("liên tiếp");
        words.ShouldNotContain("lặp lại");
    }

    [Fact]
    public void What_was_corrected_is_acknowledged_in_one_sentence() =>
        new WordPage(Repeated()).Words.ShouldContain(
            "\nGhi nhận UBND xã Long Thuận đã khắc phục 02 hạn chế được xác định qua kiểm tra quý I năm 2022: "
                + "ban hành kế hoạch cải cách hành chính năm 2022; tỷ lệ giải quyết đúng hạn.\n"
        );

    private static string Words(Fraction then, Fraction now, Verdict verdict = Verdict.Below)
    {
        var unit = Of("Xã Long Thuận", Figures(), Below("online", now, 40, 100)) with
        {
            Period = Quarter("2022-Q2"),
            Previous = new PreviousReview("2022-Q1", [new("online", then, verdict, 0)]),
        };
        return NoticeText.Compose(unit, Authority.On(LastDay)).Words();
    }
}
