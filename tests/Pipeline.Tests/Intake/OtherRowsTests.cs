using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class OtherRowsTests
{
    [Theory]
    [InlineData("Tổng cộng;;;;")]
    [InlineData("Tổng số: 2 hồ sơ;;;;2")]
    [InlineData("TONG CONG;2;;;")]
    [InlineData(";;;;")]
    [InlineData("   ")]
    [InlineData("")]
    [InlineData("Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp")]
    [InlineData("(1);(2);(3);(4);(5)")]
    [InlineData("II. Lĩnh vực hộ tịch;;;;")]
    public void A_row_without_a_dossier_is_no_row(string line)
    {
        var reading = AnExport.Lines(AnExport.Line(1), line, AnExport.Line(2));
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Rows.ShouldBe(2);
    }

    [Fact]
    public void Signatures_below_the_table_are_no_rows()
    {
        var reading = AnExport.Lines(
            AnExport.Line(1),
            "Tổng cộng;1;;;",
            ";;;Thường Phước 1, ngày 15 tháng 3 năm 2022;",
            "NGƯỜI LẬP BIỂU;;;CHỦ TỊCH;",
            "(Ký, ghi rõ họ tên);;;(Ký, đóng dấu);",
            "Nguyễn Văn A;;;Trần Thị B;"
        );
        reading.Outcome.ShouldBe(Outcome.Accepted);
        reading.Rows.ShouldBe(1);
    }

    [Fact]
    public void Names_without_a_code_between_dossiers_are_a_faulty_row()
    {
        var reading = AnExport.Lines(AnExport.Line(1), "Nguyễn Văn A;;;Trần Thị B;", AnExport.Line(2));
        reading.Rows.ShouldBe(3);
        reading.Refused.ShouldBe(1);
        reading.Faults.Select(fault => fault.Line).Distinct().ShouldBe([3]);
    }

    [Fact]
    public void A_last_row_with_a_received_date_but_no_code_is_a_faulty_row()
    {
        var reading = AnExport.Lines(AnExport.Line(1), ";10/03/2022;;;");
        reading.Fault(FaultCodes.CodeMissing).Line.ShouldBe(3);
    }
}
