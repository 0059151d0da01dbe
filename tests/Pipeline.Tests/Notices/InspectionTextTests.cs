using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Notices.SomeInspection;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>What letters say of criteria, made of the criteria's own data.</summary>
public sealed class InspectionTextTests
{
    [Fact]
    public void A_plan_issued_late_is_said_with_both_days_and_their_distance() =>
        // 10 January to 22 January: 12 days.
        Words(Found(Plan, new Answer(Day: new DateOnly(2022, 1, 22))))
            .ShouldContain(
                "\nUBND xã Long Thuận ban hành kế hoạch cải cách hành chính năm 2022 chậm 12 ngày so với thời hạn "
                    + "(thực hiện ngày 22 tháng 01 năm 2022, thời hạn ngày 10 tháng 01 năm 2022; căn cứ: kế hoạch kiểm tra năm 2022).\n"
            );

    [Fact]
    public void A_plan_not_issued_is_said_with_its_deadline() =>
        Words(Found(Plan, new Answer(Done: false)))
            .ShouldContain(
                "\nUBND xã Long Thuận chưa ban hành kế hoạch cải cách hành chính năm 2022 "
                    + "(thời hạn ngày 10 tháng 01 năm 2022; căn cứ: kế hoạch kiểm tra năm 2022).\n"
            );

    [Fact]
    public void A_count_below_the_minimum_is_said_as_counted_and_asked_for() =>
        Words(Found(Computers, new Answer(Number: 2)))
            .ShouldContain(
                "\nUBND xã Long Thuận chưa trang bị đủ máy vi tính cho Bộ phận Tiếp nhận và Trả kết quả: "
                    + "mới có 02/03 máy vi tính theo yêu cầu tối thiểu (căn cứ: kế hoạch kiểm tra năm 2022).\n"
            );

    [Fact]
    public void None_at_all_is_said_as_none() =>
        Words(Found(Models, new Answer(Number: 0)))
            .ShouldContain("hiện có 0/01 mô hình mới, cách làm hay theo yêu cầu");

    [Fact]
    public void No_to_a_count_says_what_is_asked_for() =>
        Words(Found(Models, new Answer(Done: false)))
            .ShouldContain(
                "chưa có mô hình mới, cách làm hay (yêu cầu tối thiểu 01 mô hình mới, cách làm hay; căn cứ: kế hoạch"
            );

    [Fact]
    public void A_page_without_the_budget_is_said_with_site_day_and_what_was_seen() =>
        Words(NoBudget())
            .ShouldContain(
                "\nUBND xã Long Thuận chưa công khai ngân sách trên trang thông tin điện tử: "
                    + "trang tại xa.example.vn, kiểm tra ngày 10 tháng 3 năm 2022: "
                    + "trang không có nội dung công khai ngân sách năm 2022 (căn cứ: kế hoạch kiểm tra năm 2022).\n"
            );

    [Fact]
    public void A_page_of_which_nothing_was_noted_is_spoken_of_all_the_same() =>
        Words(NoBudget(evidence: "")).ShouldContain(": trang không có nội dung công khai theo yêu cầu (căn cứ");

    [Fact]
    public void A_criterion_without_words_of_its_own_is_spoken_of_by_its_name() =>
        Words(Found(Guidance with { Shortcoming = "" }, new Answer(Done: false)))
            .ShouldContain("chưa đạt yêu cầu về bố trí người hướng dẫn nộp hồ sơ trực tuyến (căn cứ");

    [Fact]
    public void Findings_stand_in_the_order_of_the_document_and_tasks_too()
    {
        var words = new WordPage(Eight()).Words;
        InOrder(
            words,
            "có 08 hạn chế, gồm 03 chỉ tiêu chưa đạt và 05 nội dung chưa đạt yêu cầu:",
            "a) Ban hành kế hoạch",
            "b) Tỷ lệ hồ sơ đang giải quyết quá hạn",
            "c) Chưa bố trí người hướng dẫn",
            "d) Chưa trang bị đủ máy vi tính",
            "đ) Chưa có mô hình mới",
            "e) Tỷ lệ hồ sơ nộp trực tuyến",
            "g) Chưa công khai ngân sách",
            "h) Tỷ lệ trả kết quả qua dịch vụ bưu chính",
            "a) Ban hành ngay kế hoạch cải cách hành chính năm 2022.",
            "b) Giải quyết dứt điểm",
            "c) Bố trí công chức hướng dẫn",
            "h) Tăng cường trả kết quả",
            "i) Báo cáo kết quả khắc phục"
        );
    }

    [Fact]
    public void Criteria_alone_are_counted_as_such() =>
        Words(Found(Guidance, new Answer(Done: false)), Found(Models, new Answer(Number: 0)))
            .ShouldContain("UBND xã Long Thuận có 02 nội dung chưa đạt yêu cầu:");

    [Fact]
    public void What_the_checklist_does_not_tell_is_listed_once_and_is_no_fault()
    {
        var words = Words(Found(Models, new Answer(Number: 0)), NotFound(Guidance), NotFound(Computers));
        words.ShouldContain(
            "\nNội dung chưa đủ dữ liệu để đánh giá trong kỳ này, không tính là hạn chế của đơn vị: "
                + "bố trí người hướng dẫn nộp hồ sơ trực tuyến; máy vi tính tại Bộ phận Tiếp nhận và Trả kết quả.\n"
        );
        words.ShouldNotContain("Trang bị đủ");
        words.ShouldNotContain("Đề nghị bổ sung dữ liệu");
    }

    private static string Words(params CriterionFinding[] inspected) =>
        NoticeText
            .Compose(Of("Xã Long Thuận", Figures()) with { Inspected = inspected }, Authority.On(LastDay))
            .Words();

    private static void InOrder(string words, params string[] pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            var next = words.IndexOf(piece, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, piece);
            at = next;
        }
    }
}
