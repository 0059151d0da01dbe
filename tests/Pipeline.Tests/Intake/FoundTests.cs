using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>Every fault of a cell says what stands there, as far as it may be told (domain.md §8).</summary>
public class FoundTests
{
    [Theory]
    [InlineData("Mã hồ sơ", "", "ô trống")]
    [InlineData("Mã hồ sơ", "HS-001/2022", "chữ và số, 11 ký tự")]
    [InlineData("Ngày tiếp nhận", "", "ô trống")]
    [InlineData("Ngày tiếp nhận", "31/02/2022", "31/02/2022")]
    [InlineData("Ngày tiếp nhận", "hôm qua", "chữ, 7 ký tự")]
    [InlineData("Ngày có kết quả", "17/03/2022", "17/03/2022")]
    [InlineData("Ngày có kết quả", "09/03/2022", "09/03/2022")]
    [InlineData("Trạng thái", "Đang bay", "chữ, 8 ký tự")]
    [InlineData("Trạng thái", "Trực tiếp", "Trực tiếp")]
    [InlineData("Hình thức nộp", "=1+1", "công thức")]
    public void A_fault_says_what_stands_there(string header, string cell, string found) =>
        AnExport.With((header, cell)).Faults.ShouldHaveSingleItem().Found.ShouldBe(found);

    [Theory]
    [InlineData("Hình thức nộp", "Zalo", "chữ, 4 ký tự")]
    [InlineData("Mức độ DVC", "Trực tiếp", "Trực tiếp")]
    [InlineData("Mã TTHC", "Khai sinh", "chữ, 9 ký tự")]
    [InlineData("Lĩnh vực", "a@b.vn", "chữ, 6 ký tự")]
    [InlineData("Đơn vị tiếp nhận", "Một cửa", "chữ, 7 ký tự")]
    [InlineData("Ngày có kết quả", "16/03/2022", "16/03/2022")]
    public void So_does_a_warning(string header, string cell, string found) =>
        AnExport.With((header, cell)).Warnings.ShouldHaveSingleItem().Found.ShouldBe(found);

    [Fact]
    public void A_serial_day_is_told_as_the_date_it_is() =>
        AnExport
            .Read(AWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, 59, null, null, null]))
            .Fault(FaultCodes.DateTooOld)
            .Found.ShouldBe("27/02/1900");

    [Fact]
    public void A_fault_of_the_file_says_nothing_of_a_cell() =>
        AnExport.Read("a;b\n").Faults.ShouldHaveSingleItem().Found.ShouldBeNull();
}
