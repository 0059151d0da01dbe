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
    [InlineData("Xã Long Khánh A (12 hồ sơ);;;;")]
    [InlineData("III;Lĩnh vực đất đai;;;12")]
    [InlineData("A;Xã Long Khánh A;;12 hồ sơ;")]
    [InlineData("Lĩnh vực hộ tịch;;;12;45,5%")]
    [InlineData("Lĩnh vực hộ tịch;Lĩnh vực hộ tịch;Lĩnh vực hộ tịch;Lĩnh vực hộ tịch;Lĩnh vực hộ tịch")]
    [InlineData(";;Tổng cộng;12;")]
    [InlineData(";;;;Tổng: 1.234 hồ sơ")]
    [InlineData("A;B;1;2;3=1+2")]
    [InlineData("Trang 1/3;;;;")]
    [InlineData(";;;;Page 2 of 3")]
    [InlineData("Ngày in: 15/03/2022 08:00;;;;")]
    [InlineData("Ngày in:;15/03/2022;;Trang 2/3;")]
    [InlineData("Người in: Nguyễn Văn A;;;Trang 2;")]
    [InlineData("(Từ ngày 15/12/2021 đến ngày 14/03/2022);;;;")]
    [InlineData(";;Người lập biểu;;Thủ trưởng đơn vị")]
    [InlineData(";;;Thường Phước 1, ngày 15 tháng 3 năm 2022;")]
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

    [Theory]
    [InlineData("Nguyễn Văn A;;;Trần Thị B;")]
    [InlineData(";;;Nguyễn Văn A;")]
    [InlineData(";;;Đang xử lý;")]
    [InlineData(";;11/03/2022;;")]
    [InlineData(";10/03/2022;;;")]
    [InlineData("0001;;;;")]
    [InlineData("H20-2203;;;;")]
    [InlineData("7;;Nguyễn Văn A;;")]
    [InlineData(";;Tổng hợp;;Trực tiếp")]
    [InlineData("Tổng hợp;10/03/2022;;;")]
    public void What_is_left_of_a_dossier_is_a_faulty_row_wherever_it_stands(string line)
    {
        var between = AnExport.Lines(AnExport.Line(1), line, AnExport.Line(2));
        (between.Rows, between.Refused).ShouldBe((3, 1));
        between.Faults.ShouldAllBe(fault => fault.Line == 3);
        var last = AnExport.Lines(AnExport.Line(1), line);
        (last.Rows, last.Refused).ShouldBe((2, 1));
    }

    [Fact]
    public void Names_below_a_total_are_dossiers_when_a_dossier_follows()
    {
        var reading = AnExport.Lines(AnExport.Line(1), "Cộng;1;;;", "Nguyễn Văn A;;;Trần Thị B;", AnExport.Line(2));
        (reading.Rows, reading.Refused).ShouldBe((3, 1));
        reading.Faults.Select(fault => fault.Line).Distinct().ShouldBe([4]);
    }

    [Fact]
    public void Signatures_may_stand_abreast_and_at_the_end_of_every_page()
    {
        string[] page =
        [
            "Kế toán;Người lập biểu;Trưởng Bộ phận;Phó Chủ tịch;Chủ tịch",
            "(Ký tên);(Ký tên);(Ký tên);(Ký tên);(Ký tên, đóng dấu)",
            "Lê A;Lê B;Lê C;Lê D;Lê E",
        ];
        const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;Hình thức nộp";
        var reading = AnExport.Lines([AnExport.Line(1), .. page, Header, AnExport.Line(2), .. page]);
        (reading.Outcome, reading.Rows).ShouldBe((Outcome.Accepted, 2));
    }

    [Fact]
    public void Titles_and_the_header_come_again_on_every_page()
    {
        string[] page =
        [
            "UBND HUYỆN;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Biểu 06/2022;;;",
            "Mã hồ sơ;Ngày;;Trạng thái",
            ";tiếp nhận;có kết quả;",
        ];
        string[] all = [.. page, "H20-220310-0001;10/03/2022;;", .. page, "H20-220310-0002;10/03/2022;;", ""];
        var reading = AnExport.Read(string.Join('\n', all));
        (reading.Outcome, reading.Rows).ShouldBe((Outcome.Accepted, 2));
    }

    [Fact]
    public void A_line_of_which_only_the_number_is_filled_is_blank()
    {
        const string Text = "STT;Mã hồ sơ;Ngày tiếp nhận;Trạng thái\n1;H20-220310-0001;10/03/2022;\n2;;;\n3;;;\n";
        AnExport.Read(Text).Rows.ShouldBe(1);
    }
}
