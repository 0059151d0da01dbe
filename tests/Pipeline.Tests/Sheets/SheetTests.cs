using CCHC.Pipeline.Sheets;

namespace CCHC.Pipeline.Tests.Sheets;

/// <summary>What no spreadsheet would open is refused while it is put together.</summary>
public class SheetTests
{
    [Theory]
    [InlineData("Hộ tịch", "Hộ tịch")]
    [InlineData("Thi đua - Khen thưởng [2022/2023]", "Thi đua - Khen thưởng  2022 202")]
    [InlineData("'Đất đai'", "Đất đai")]
    [InlineData("///", "Trang")]
    public void A_text_becomes_a_name_that_a_sheet_can_have(string text, string name)
    {
        Sheet.NameFrom(text).ShouldBe(name);
        new Sheet(name).Name.ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("Ba mươi hai chữ cái thì quá dài rồi")]
    public void Another_name_is_refused(string name) => Should.Throw<ArgumentException>(() => new Sheet(name));

    [Fact]
    public void Two_sheets_of_one_name_are_refused() =>
        Should.Throw<ArgumentException>(() => Xlsx.Write(new Sheet("Xã A"), new Sheet("xã a")));

    [Fact]
    public void Cells_are_merged_once()
    {
        var sheet = new Sheet("A");
        sheet.Merge(new CellRange(1, 1, 2, 2), SheetCell.Of("a", Look.Plain));
        Should.Throw<ArgumentException>(() => sheet.Merge(new CellRange(2, 2, 3, 3), SheetCell.Of("b", Look.Plain)));
    }

    [Fact]
    public void A_value_with_a_comma_needs_a_list_of_its_own() =>
        Should.Throw<InvalidOperationException>(() =>
            new Sheet("A").Validate(CellRange.Cell(1, 1), new OneOf(["Có, đủ", "Không"]))
        );

    [Theory]
    [InlineData(1, 1, "A1")]
    [InlineData(10, 26, "Z10")]
    [InlineData(1, 27, "AA1")]
    [InlineData(1, 702, "ZZ1")]
    [InlineData(1_048_576, 16_384, "XFD1048576")]
    public void A_cell_is_named_as_spreadsheets_do(int row, int column, string name) =>
        CellRange.Cell(row, column).ToString().ShouldBe(name);

    [Theory]
    [InlineData("một dòng", 20, 1)]
    [InlineData("mười chữ cái mười chữ cái", 13, 2)]
    [InlineData("a\nb\nc", 20, 3)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaa", 10, 3)]
    public void A_row_is_as_high_as_its_longest_text(string text, double width, int lines)
    {
        var one = TextHeight.Of(["a"], [10]);
        TextHeight.Of(["a", text], [10, width]).ShouldBe(one + (lines - 1) * 12 * 1.32, tolerance: 0.01);
    }
}
