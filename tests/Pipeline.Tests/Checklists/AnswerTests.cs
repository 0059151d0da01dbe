using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>What an answer is, by kind of criterion, and what is refused.</summary>
public class AnswerTests
{
    private static readonly DateOnly January20 = new(2022, 1, 20);

    [Theory]
    [InlineData("Đã ban hành", "20/01/2022")]
    [InlineData("đã ban hành", "20/1/2022")]
    [InlineData("", "20-01-2022")]
    [InlineData("Có", "2022-01-20")]
    public void A_date_criterion_is_answered_with_its_day(string result, string day) =>
        Answered("plan-issued", result, day).ShouldBe(new Answer(Day: January20));

    [Theory]
    [InlineData("Chưa ban hành")]
    [InlineData("Chưa")]
    [InlineData("Không")]
    public void Or_with_not_yet(string result) => Answered("plan-issued", result).ShouldBe(new Answer(Done: false));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    public void A_count_is_a_whole_number(string result, int number) =>
        Answered("printers", result).ShouldBe(new Answer(Number: number));

    [Theory]
    [InlineData("Có", true)]
    [InlineData("x", true)]
    [InlineData("1", true)]
    [InlineData("KHÔNG", false)]
    [InlineData("0", false)]
    public void A_yes_no_criterion_is_answered_with_yes_or_no(string result, bool done) =>
        Answered("online-guidance", result, evidence: "Quyết định số 12/QĐ-UBND").ShouldBe(new Answer(Done: done));

    [Fact]
    public void An_address_is_answered_with_the_page_and_perhaps_the_day_it_was_published()
    {
        Answered("budget-page", "https://xa.example.vn/ngan-sach").Address.ShouldBe("https://xa.example.vn/ngan-sach");
        Answered(
                "budget-page",
                "http://xa.example.vn/ngân sách".Replace(" ", "-", StringComparison.Ordinal),
                "20/01/2022"
            )
            .ShouldBe(new Answer(Day: January20, Address: "http://xa.example.vn/ng%C3%A2n-s%C3%A1ch"));
        Answered("budget-page", "Chưa công khai").ShouldBe(new Answer(Done: false));
        Answered("budget-page", "Không có").ShouldBe(new Answer(Done: false));
    }

    [Theory]
    [InlineData("plan-issued", "Đã ban hành", "", "day-missing", "Ngày", "chưa có ngày")]
    [InlineData("plan-issued", "Chưa ban hành", "20/01/2022", "day-contradicts", "Ngày", "bỏ ngày")]
    [InlineData("plan-issued", "20/01/2022", "", "answer-bad", "Kết quả", "ghi ở cột Ngày")]
    [InlineData("plan-issued", "Đã ban hành", "31/02/2022", "date-bad", "Ngày", "25/03/2022")]
    [InlineData("plan-issued", "Đã ban hành", "44581", "date-bad", "Ngày", "25/03/2022")]
    [InlineData("plan-issued", "Đã ban hành", "20/01/1922", "date-too-old", "Ngày", "xem lại năm")]
    [InlineData(
        "plan-issued",
        "Đã ban hành",
        "16/03/2022",
        "date-after-upload",
        "Ngày",
        "sau ngày gửi phiếu (15/03/2022)"
    )]
    [InlineData("printers", "hai", "", "answer-bad", "Kết quả", "một số nguyên")]
    [InlineData("printers", "-1", "", "answer-bad", "Kết quả", "một số nguyên")]
    [InlineData("printers", "1.5", "", "answer-bad", "Kết quả", "một số nguyên")]
    [InlineData("printers", "2 cái", "", "answer-bad", "Kết quả", "một số nguyên")]
    [InlineData("printers", "99999999999", "", "answer-bad", "Kết quả", "một số nguyên")]
    [InlineData("printers", "", "20/01/2022", "answer-missing", "Kết quả", "để trống cả dòng")]
    [InlineData("online-guidance", "tốt", "", "answer-bad", "Kết quả", "\"Có\" hoặc \"Không\"")]
    [InlineData("budget-page", "xa.example.vn", "", "answer-bad", "Kết quả", "địa chỉ đầy đủ")]
    [InlineData("budget-page", "ftp://xa.example.vn/a", "", "answer-bad", "Kết quả", "địa chỉ đầy đủ")]
    [InlineData("budget-page", "javascript:alert(1)", "", "answer-bad", "Kết quả", "địa chỉ đầy đủ")]
    [InlineData("budget-page", "https://an@xa.example.vn/", "", "answer-bad", "Kết quả", "địa chỉ đầy đủ")]
    [InlineData("budget-page", "Đã công khai", "", "answer-bad", "Kết quả", "địa chỉ đầy đủ")]
    [InlineData("budget-page", "Chưa công khai", "20/01/2022", "day-contradicts", "Ngày", "bỏ ngày")]
    public void An_impossible_answer_is_refused_with_what_was_expected(
        string criterion,
        string result,
        string day,
        string code,
        string column,
        string told
    )
    {
        var reading = SomeChecklist.ReadLine(criterion, result, day);

        (reading.Kept.Count, reading.Lines, reading.Refused).ShouldBe((0, 1, 1));
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((2, column, code));
        fault.Message.ShouldContain(told);
    }

    [Fact]
    public void Yes_without_evidence_is_kept_with_a_warning()
    {
        var reading = SomeChecklist.ReadLine("online-guidance", "Có");
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Warnings.ShouldHaveSingleItem().Code.ShouldBe("no-evidence");
    }

    [Fact]
    public void A_day_that_a_count_has_no_use_for_is_told()
    {
        var reading = SomeChecklist.ReadLine("printers", "2", "20/01/2022");
        reading.Kept.ShouldHaveSingleItem().Answer.ShouldBe(new Answer(Number: 2));
        reading.Warnings.ShouldHaveSingleItem().Code.ShouldBe("day-unused");
    }

    private static Answer Answered(string criterion, string result, string day = "", string evidence = "")
    {
        var reading = SomeChecklist.ReadLine(criterion, result, day, evidence);
        reading.Faults.ShouldBeEmpty();
        return reading.Kept.ShouldHaveSingleItem().Answer;
    }
}
