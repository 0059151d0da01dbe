using CCHC.Pipeline.Intake;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Names in places where nobody looks for them (design.md §4, law 8).</summary>
public sealed class PersonalTextTests
{
    [Theory]
    [InlineData("Nguyễn Văn Mật")]
    [InlineData("NGUYỄN THỊ LAN")]
    [InlineData("Trần Minh Hiếu")]
    [InlineData("Khai sinh cho cháu Lê Thị Kín")]
    [InlineData("Hồ Thị Mỹ Duyên")]
    [InlineData("Thi đua;;Không;;Lê Thị Kín; khen thưởng")]
    [InlineData("NGUYEN VAN MAT")]
    [InlineData("Tổ 9, ấp Dấu Vết")]
    [InlineData("số 12 đường 30/4")]
    public void A_persons_name_or_address_is_no_field(string text)
    {
        var reading = AnExport.With(("Lĩnh vực", text));
        reading.OnlyRow().Field.ShouldBeNull();
        reading.Warning(FaultCodes.FieldBad).Message.ShouldNotContain(text);
    }

    [Fact]
    public void A_name_among_the_headers_is_told_by_its_shape()
    {
        var message = AnExport.Read("STT;Mã hồ sơ;Hồ sơ kết quả;Lê Thị Kín\n1;2;3;4\n").Faults[0].Message;
        message.ShouldContain("Các tiêu đề đã đọc: STT; Mã hồ sơ; Hồ sơ kết quả; (chữ, 10 ký tự).");
    }

    [Theory]
    [InlineData("Sheet1")]
    [InlineData("Số liệu tháng 3")]
    [InlineData("Lê Thị Kín")]
    [InlineData("0912 345 672")]
    public void A_sheet_is_told_by_its_place(string name) =>
        AnExport
            .Read(AWorkbook.Make([(name, SheetStateValues.Visible, [AWorkbook.Header])]), "hoso_2022-03-15.xlsx")
            .Format.ShouldBe("XLSX, trang thứ 1, tiêu đề ở dòng 1");
}
