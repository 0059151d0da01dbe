using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A unit is meant by its whole name, with or without the word for its kind; never by less.</summary>
public class NamedUnitsTests
{
    private static readonly UnitRegister Register = new(
        UnitCsv.Parse(
            """
            code,name,kind,parent,valid_from,valid_to,successors
            29956,Xã Thường Phước 1,commune,870,,2025-06-30,
            29974,Xã Thường Phước 2,commune,870,,2025-06-30,
            29971,Thị trấn Thường Thới Tiền,town,870,,2025-06-30,29971
            29971,Xã Thường Phước,commune,82,2025-07-01,,
            30001,Xã An Bình,commune,82,2025-07-01,,
            30002,Phường An Bình,ward,82,2025-07-01,,
            30003,Đặc khu Phú Quý,special zone,82,2025-07-01,,
            30004,Xã Hòa An,commune,82,2025-07-01,,
            30005,Xã Hóa An,commune,82,2025-07-01,,
            """
        )
    );

    [Theory]
    [InlineData("Xã Thường Phước 1", "29956")]
    [InlineData("Thường Phước 1", "29956")]
    [InlineData("  xã  thường phước 1 ", "29956")]
    [InlineData("THƯỜNG PHƯỚC 2", "29974")]
    [InlineData("xa thuong phuoc 1", "29956")]
    [InlineData("thuong phuoc 2", "29974")]
    [InlineData("Thường Phước", "29971-20250701")]
    [InlineData("thị trấn Thường Thới Tiền", "29971")]
    [InlineData("Thường Thới Tiền", "29971")]
    [InlineData("phu quy", "30003")]
    [InlineData("Phường An Bình", "30002")]
    [InlineData("Xã Hoà An", "30004")]
    [InlineData("An Bình", "30001 30002")]
    [InlineData("hoa an", "30004 30005")]
    [InlineData("Thường", "")]
    [InlineData("Thường Phước 11", "")]
    [InlineData("Thường Phước 1 và 2", "")]
    [InlineData("Phường Thường Phước 1", "")]
    [InlineData("Thượng Phước 1", "")]
    [InlineData("xã", "")]
    [InlineData("", "")]
    public void Nobody_is_guessed(string text, string ids) =>
        string.Join(
                ' ',
                NamedUnits.Of(Register, text).Select(unit => unit.Code.Text == "29971" ? unit.Id : unit.Code.Text)
            )
            .ShouldBe(ids);
}
