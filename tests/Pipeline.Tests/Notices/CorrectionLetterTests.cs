using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review.Corrections;

namespace CCHC.Pipeline.Tests.Notices;

public class CorrectionLetterTests
{
    private static readonly DateOnly Today = new(2022, 4, 11);
    private static readonly IssuedNotice Letter389 = new(
        "2022-Q1",
        "29956",
        "389",
        new(2022, 3, 25),
        new(2022, 4, 18),
        new(2022, 4, 1)
    );

    // Ten more came to light, all online: 80 of 210 are 38,10 %, four short of 84.
    private static readonly UnitCorrection StillBelow = new(
        SomeReview.TenShort(),
        SomeReview.Of(
            "Xã Thường Phước 1",
            SomeReview.Figures(received: 210, online: 80),
            SomeReview.Below("online", new Fraction(80, 210, 0), 40, 100)
        )
    );

    private static readonly UnitCorrection NowMet = new(
        SomeReview.TenShort(),
        SomeReview.Of(
            "Xã Thường Phước 1",
            SomeReview.Figures(online: 80, inPerson: 115),
            SomeReview.Met("online", new Fraction(80, 200, 0), 40, 100)
        )
    );

    [Fact]
    public void The_letter_names_what_was_told_and_what_holds()
    {
        var text = Compose(StillBelow, Letter389).Words();
        text.ShouldContain("Tại Công văn số 389/UBND-HC ngày 25 tháng 3 năm 2022");
        text.ShouldContain("70/200 (35,00 %)");
        text.ShouldContain("80/210 (38,10 %)");
        text.ShouldContain("Kết luận đánh giá đã thông báo không thay đổi.");
    }

    [Fact]
    public void Another_verdict_is_said_with_the_target_it_was_taken_by()
    {
        var text = Compose(NowMet, Letter389).Words();
        text.ShouldContain(
            "đã thông báo chưa đạt chỉ tiêu 40 % (căn cứ: chỉ tiêu giao năm 2022); nay xác định đã đạt chỉ tiêu này."
        );
    }

    [Fact]
    public void Counts_that_stand_are_not_repeated()
    {
        var rows = Compose(NowMet, Letter389).Body.OfType<DataTable>().ShouldHaveSingleItem().Rows;
        rows.Select(row => row.Cells[0])
            .ShouldBe([
                "Tiếp nhận trong kỳ: nộp trực tuyến",
                "Tiếp nhận trong kỳ: nộp trực tiếp",
                "Tỷ lệ hồ sơ nộp trực tuyến",
            ]);
    }

    [Fact]
    public void Number_and_day_are_left_to_the_clerk()
    {
        var letter = Compose(StillBelow, issued: null);
        letter.Number.ShouldBe("Số:        /UBND-HC");
        letter.PlaceAndDate.ShouldBe("Hồng Ngự, ngày      tháng 4 năm 2022");
        letter.Words().ShouldNotContain("Công văn số");
    }

    [Fact]
    public void The_same_figures_need_no_correction() =>
        new UnitCorrection(SomeReview.TenShort(), SomeReview.TenShort()).IsEmpty.ShouldBeTrue();

    private static Letter Compose(UnitCorrection correction, IssuedNotice? issued) =>
        CorrectionLetter.Compose(correction, issued, Authority.On(Today), Today);
}
