using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

/// <summary>A neighbour's list never counts as one's own (design.md §8).</summary>
public class WhoseFileTests
{
    private const string Header = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Đơn vị tiếp nhận";

    [Theory]
    [InlineData("UBND XÃ THƯỜNG PHƯỚC 2")]
    [InlineData("ỦY BAN NHÂN DÂN XÃ THƯỜNG PHƯỚC 2")]
    [InlineData("Đơn vị: Xã Thường Phước 2")]
    [InlineData("Bộ phận Tiếp nhận và Trả kết quả xã Thường Phước 2, huyện Hồng Ngự")]
    [InlineData("DANH SÁCH HỒ SƠ XÃ THƯỜNG PHƯỚC 2 QUÝ I NĂM 2022")]
    [InlineData("UBND xa Thuong Phuoc 2")]
    [InlineData("Xã Thường Phước 2 - Huyện Hồng Ngự")]
    [InlineData("Hồ sơ của UBND xã Thường Phước 2 từ ngày 01/03/2022 đến ngày 15/03/2022")]
    [InlineData("THỊ TRẤN THƯỜNG THỚI TIỀN")]
    [InlineData("(Xã Thường Phước 2)")]
    public void A_title_that_names_another_unit_holds_the_file_back(string title)
    {
        var reading = AnExport.Read($"{title}\nDANH SÁCH HỒ SƠ\n{Header}\n{Row(1, "")}\n");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Faults[0].Code.ShouldBe(FaultCodes.OtherUnitsList);
        reading.Message.ShouldContain("Xã Thường Phước 1");
    }

    [Theory]
    [InlineData("UBND XÃ THƯỜNG PHƯỚC 1")]
    [InlineData("UBND HUYỆN HỒNG NGỰ")]
    [InlineData("Xã Thường Phước 1 gửi UBND xã Thường Phước 2")]
    [InlineData("Xã Thường Phước 22")]
    [InlineData("Xã Thường Phước 2A")]
    [InlineData("Xã Thường Phước A")]
    [InlineData("Mã đơn vị 29974")]
    public void Other_titles_say_nothing(string title) =>
        AnExport.Read($"{title}\n{Header}\n{Row(1, "")}\n").Outcome.ShouldBe(Outcome.Accepted);

    [Theory]
    [InlineData("UBND xã Thường Phước 2")]
    [InlineData("Ủy ban nhân dân xã Thường Phước 2")]
    [InlineData("Xã Thường Phước 2 - Huyện Hồng Ngự")]
    [InlineData("Xã Thường Phước 2, huyện Hồng Ngự, tỉnh Đồng Tháp")]
    [InlineData("Xã Thường Phước 2 (H. Hồng Ngự)")]
    [InlineData("Bộ phận TN&TKQ xã Thường Phước 2")]
    [InlineData("Bộ phận Tiếp nhận và Trả kết quả UBND xã Thường Phước 2")]
    [InlineData("BP Một cửa: xã Thường Phước 2", false)]
    [InlineData("Bộ phận Một cửa xã Thường Phước 2")]
    [InlineData("HĐND và UBND xã Thường Phước 2")]
    [InlineData("UBND XÃ THƯỜNG PHƯỚC 2")]
    [InlineData("29974")]
    [InlineData("Trung tâm Phục vụ hành chính công xã Thường Phước 2")]
    public void A_unit_cell_with_such_words_names_its_unit(string cell, bool isNamed = true)
    {
        var own = Enumerable
            .Range(1, 9)
            .Select(n =>
                Row(n, cell.Replace("29974", "29956").Replace("Phước 2", "Phước 1").Replace("PHƯỚC 2", "PHƯỚC 1"))
            );
        var reading = AnExport.Read(string.Join('\n', [Header, .. own, Row(10, cell)]));
        reading.Refused.ShouldBe(isNamed ? 1 : 0);
        if (isNamed)
            reading.Fault(FaultCodes.OtherUnit).Line.ShouldBe(11);
        reading.Warnings.Any(warning => warning.Code == FaultCodes.UnitTextUnknown).ShouldBe(!isNamed);
    }

    [Fact]
    public void Most_unit_cells_of_another_unit_hold_the_file_back()
    {
        var rows = Enumerable.Range(1, 9).Select(n => Row(n, n < 3 ? "Xã Thường Phước 1" : "UBND xã Thường Phước 2"));
        var reading = AnExport.Read(string.Join('\n', [Header, .. rows]));
        reading.Faults[0].Code.ShouldBe(FaultCodes.OtherUnitsList);
        reading.Outcome.ShouldBe(Outcome.Quarantined);
    }

    [Theory]
    [InlineData(3, Outcome.Accepted)]
    [InlineData(0, Outcome.Quarantined)]
    public void Of_a_list_of_several_units_the_own_rows_count(int own, Outcome outcome)
    {
        string[] others = ["Xã Thường Phước 2", "Thị trấn Thường Thới Tiền", "Xã Thường Phước"];
        var rows = Enumerable.Range(1, 12).Select(n => Row(n, n <= own ? "Xã Thường Phước 1" : others[n % 3]));
        var reading = AnExport.Read(string.Join('\n', [Header, .. rows]));
        reading.Outcome.ShouldBe(outcome, reading.Message);
        reading.Accepted.ShouldBe(own);
        if (own > 0)
            reading.Warning(FaultCodes.SeveralUnits).Message.ShouldContain("9 dòng");
    }

    private static string Row(int number, string unit) =>
        FormattableString.Invariant($"000.19.05.H20-220310-{number:0000};10/03/2022;11/03/2022;Đang xử lý;{unit}");
}
