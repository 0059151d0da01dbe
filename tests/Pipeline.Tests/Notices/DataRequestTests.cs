using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

public sealed class DataRequestTests
{
    private static readonly Coverage Gaps = new(
        LastDay,
        60,
        [.. new[] { 7, 8, 9, 10, 11, 14 }.Select(day => new DateOnly(2022, 2, day)), new DateOnly(2022, 3, 1)]
    );

    [Fact]
    public void A_unit_that_stopped_sending_is_told_how_far_its_data_reach()
    {
        var words = Words(Insufficiency.EndsEarly, new Coverage(new DateOnly(2022, 2, 10), 60, []));
        words.ShouldContain("dữ liệu gần nhất nhận được tính đến ngày 10 tháng 02 năm 2022");
        words.ShouldContain("số liệu tính đến ngày 10 tháng 02 năm 2022");
        words.ShouldContain("đến hết ngày 14 tháng 3 năm 2022");
    }

    [Fact]
    public void A_unit_that_sent_nothing_is_asked_for_everything()
    {
        var unit = Of("Xã Thường Lạc", new Tally(), Insufficient("online", default, Insufficiency.EndsEarly));
        var letter = Letter(unit with { Coverage = new Coverage(null, 60, []) });
        letter.Words().ShouldContain("đến nay chưa nhận được dữ liệu của đơn vị");
        letter.Body.OfType<FigureTable>().ShouldBeEmpty();
    }

    [Fact]
    public void Missing_days_are_listed_in_few_words() =>
        Words(Insufficiency.DaysMissing, Gaps)
            .ShouldContain(
                "07 trong tổng số 60 ngày làm việc của kỳ báo cáo chưa có dữ liệu, "
                    + "gồm tháng 02 năm 2022: các ngày 07–11, 14; tháng 3 năm 2022: ngày 01."
            );

    [Fact]
    public void A_gap_in_coverage_is_said_once_for_all_kpis() =>
        Letter(
                Of(
                    "Xã Thường Lạc",
                    Figures(),
                    Insufficient("online", new Fraction(70, 200, 0), Insufficiency.DaysMissing),
                    Insufficient("on-time", new Fraction(189, 192, 0), Insufficiency.DaysMissing)
                ) with
                {
                    Coverage = Gaps,
                }
            )
            .Words()
            .ShouldContain("Tỷ lệ hồ sơ nộp trực tuyến và tỷ lệ giải quyết đúng hạn: 07 trong tổng số 60 ngày");

    [Fact]
    public void Unknown_channels_are_counted_and_their_column_is_named()
    {
        var words = Letter(WithoutChannels()).Words();
        words.ShouldContain("toàn bộ 120 hồ sơ tiếp nhận trong kỳ chưa xác định được hình thức nộp");
        words.ShouldContain("cột “Hình thức nộp”");
    }

    [Theory]
    [InlineData(
        "postal-return",
        "Tỷ lệ trả kết quả qua dịch vụ bưu chính công ích: 12 hồ sơ giải quyết xong trong kỳ ở trạng thái đã trả kết quả "
            + "nhưng chưa xác định được ngày trả kết quả, nên chưa đủ cơ sở đánh giá theo chỉ tiêu 40 %",
        "Ngày trả kết quả"
    )]
    [InlineData(
        "online-eligible",
        "200 hồ sơ tiếp nhận trong kỳ chưa xác định được mức độ dịch vụ công trực tuyến, nên chưa đủ cơ sở",
        "Mức độ DVC"
    )]
    public void Where_nobody_knows_if_there_was_a_case_the_letter_says_what_is_missing(
        string kpi,
        string told,
        string column
    )
    {
        var figures = Figures();
        figures[Count.ReturnedUnknownDay] = 12;
        var finding = Insufficient(kpi, default, Insufficiency.Undecided);
        var words = Letter(Of("Xã Long Thuận", figures, finding)).Words();
        words.ShouldContain(told);
        words.ShouldContain($"Đề nghị gửi lại dữ liệu có cột “{column}” cho các hồ sơ này");
        words.ShouldNotContain("không phát sinh hồ sơ");
    }

    [Theory]
    [InlineData(Insufficiency.EndsEarly)]
    [InlineData(Insufficiency.DaysMissing)]
    [InlineData(Insufficiency.Unknown)]
    public void A_request_never_reproaches(Insufficiency reason)
    {
        var words = Words(reason, Gaps).ToLowerInvariant();
        foreach (
            var reproach in new[]
            {
                "chấn chỉnh",
                "hạn chế",
                "khắc phục",
                "chưa đạt",
                "yêu cầu",
                "nghiêm túc",
                "vi phạm",
                "chậm",
                "không gửi",
                "phê bình",
                "thấp hơn",
            }
        )
            words.ShouldNotContain(reproach);
        words.ShouldContain("đề nghị");
    }

    [Fact]
    public void Beside_a_shortcoming_missing_data_are_asked_for_in_a_point_of_their_own()
    {
        var letter = Letter(
            Of(
                "Xã Phú Thuận A",
                Figures(),
                Below("online", new Fraction(70, 200, 0), 40, 100),
                Insufficient("fully-online", new Fraction(30, 60, 140), Insufficiency.Unknown)
            )
        );
        letter
            .Body.OfType<Heading>()
            .Select(heading => heading.Text)
            .ShouldBe([
                "1. Kết quả kiểm tra",
                "2. Yêu cầu chấn chỉnh",
                "3. Đề nghị bổ sung dữ liệu",
                "4. Tổ chức thực hiện",
            ]);
        letter.Subject.ShouldStartWith("V/v chấn chỉnh");
    }

    private static Letter Letter(ReviewedUnit unit) => NoticeText.Compose(unit, Authority.On(unit.ReviewedOn));

    private static string Words(Insufficiency reason, Coverage coverage) =>
        Letter(
                Of("Xã Thường Lạc", Figures(), Insufficient("online", new Fraction(70, 100, 100), reason)) with
                {
                    Coverage = coverage,
                }
            )
            .Words();
}
