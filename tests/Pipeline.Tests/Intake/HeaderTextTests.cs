using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HeaderTextTests
{
    [Theory]
    [InlineData("Ngày hẹn trả:")]
    [InlineData("Ngày hẹn trả (*)")]
    [InlineData("Ngày hẹn trả *")]
    [InlineData("(5) Ngày hẹn trả")]
    [InlineData("5. Ngày hẹn trả")]
    [InlineData("Ngày hẹn trả [5]")]
    [InlineData("Ngày hẹn trả¹")]
    [InlineData("Ngày hẹn trả (dd/MM/yyyy)")]
    [InlineData("\"Ngày hẹn trả\n(dd/mm/yyyy hh:mm:ss)\"")]
    [InlineData("Ngày hẹn trả (ngày/tháng/năm)")]
    [InlineData("Ngày hẹn trả (kết quả)")]
    [InlineData("\"Ngày  hẹn\r\n trả\"")]
    [InlineData("NGAY_HEN_TRA")]
    public void Marks_and_forms_of_dates_are_no_part_of_a_name(string header) =>
        Columns(header).HasFlag(KeptColumns.Due).ShouldBeTrue();

    [Theory]
    [InlineData("Hình thức nhận / trả kết quả", KeptColumns.ReturnChannel)]
    [InlineData("Hình thức (nộp)", KeptColumns.Channel)]
    public void Words_in_parentheses_belong_to_the_name(string header, KeptColumns column) =>
        Columns(header).HasFlag(column).ShouldBeTrue();

    [Theory]
    [InlineData("Ngày trả (dự kiến)")]
    [InlineData("Ngày có kết quả (nếu có)")]
    [InlineData("Số ngày hẹn trả")]
    public void Other_words_make_another_name(string header) =>
        Columns(header).ShouldBe(KeptColumns.Code | KeptColumns.Received | KeptColumns.Status);

    private static KeptColumns Columns(string header) =>
        AnExport.Read($"Mã hồ sơ;Ngày nộp;Trạng thái;{header}\n").Columns;
}
