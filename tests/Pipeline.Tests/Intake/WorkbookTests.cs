using CCHC.Pipeline.Intake;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Intake;

public class WorkbookTests
{
    private static readonly object?[] Dossier = [AnExport.Dossier, "10/03/2022", null, "Đang xử lý", "Trực tiếp"];

    [Fact]
    public void A_sheet_is_read_with_its_own_row_numbers()
    {
        var reading = AnExport.Read(
            AWorkbook.Of(
                ["SỔ THEO DÕI"],
                [],
                [],
                AWorkbook.Header,
                Dossier,
                ["Tổng cộng", null, null, null, 1],
                ["h9", "x"]
            )
        );
        reading.Format.ShouldBe("XLSX, trang thứ 1, tiêu đề ở dòng 4");
        reading.Outcome.ShouldBe(Outcome.Partly);
        reading.Faults.ShouldAllBe(fault => fault.Line == 7);
        var row = reading.Kept.ShouldHaveSingleItem();
        (row.Finished, row.Status, row.Channel).ShouldBe((null, Status.Processing, Channel.InPerson));
    }

    [Theory]
    [InlineData(44630.0, false)] // 44630 days after 30/12/1899
    [InlineData(44630.99, false)]
    [InlineData(43168.5, true)] // 1462 days fewer in the 1904 system
    public void Serial_days_are_read_in_both_date_systems(double serial, bool date1904)
    {
        object?[][] rows = [AWorkbook.Header, [AnExport.Dossier, serial, null, "Đang xử lý", "BCCI"]];
        var content = AWorkbook.Make([("Sheet1", SheetStateValues.Visible, rows)], date1904);
        AnExport.Read(content).OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));
    }

    [Fact]
    public void A_serial_day_before_2000_is_refused() =>
        AnExport
            .Read(AWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, 59, null, null, null]))
            .Fault(FaultCodes.DateTooOld);

    [Fact]
    public void Shared_texts_are_joined_from_their_runs_without_pronunciations()
    {
        const string Item = """
            <r xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><t xml:space="preserve">Đang </t></r><r xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><t>xử lý</t></r><rPh xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" sb="0" eb="1"><t>xx</t></rPh>
            """;
        object?[][] rows = [AWorkbook.Header, [AnExport.Dossier, "10/03/2022", null, AWorkbook.Shared(0), "BCCI"]];
        var content = AWorkbook.Make([("Sheet1", SheetStateValues.Visible, rows)], shared: [Item.Trim()]);
        AnExport.Read(content).OnlyRow().Status.ShouldBe(Status.Processing);
    }

    [Fact]
    public void The_first_shared_text_may_be_empty()
    {
        object?[][] rows = [AWorkbook.Header, [.. Dossier[..4], AWorkbook.Shared(0)]];
        var content = AWorkbook.Make([("Sheet1", SheetStateValues.Visible, rows)], shared: [""]);
        AnExport.Read(content).OnlyRow().Channel.ShouldBe(Channel.Blank);
    }

    [Fact]
    public void The_first_visible_sheet_with_the_headers_is_read()
    {
        var content = AWorkbook.Make([
            ("Ẩn", SheetStateValues.Hidden, [AWorkbook.Header, Dossier, Dossier]),
            ("Rất ẩn", SheetStateValues.VeryHidden, [AWorkbook.Header, Dossier, Dossier]),
            (
                "Bìa",
                SheetStateValues.Visible,
                [
                    ["Báo cáo"],
                ]
            ),
            ("Số liệu", SheetStateValues.Visible, [AWorkbook.Header, Dossier]),
        ]);
        var reading = AnExport.Read(content);
        reading.Rows.ShouldBe(1);
        reading.Format.ShouldBe("XLSX, trang thứ 2, tiêu đề ở dòng 1");
    }

    [Fact]
    public void A_formula_in_a_kept_cell_refuses_its_row_whatever_its_cached_value()
    {
        var cell = AWorkbook.Formula("HYPERLINK(\"http://x\")", "Trực tiếp");
        var reading = AnExport.Read(AWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, "10/03/2022", null, null, cell]));
        reading.Fault(FaultCodes.Formula).Column.ShouldBe("Hình thức nộp");
    }

    [Fact]
    public void Formulas_elsewhere_are_ignored()
    {
        object?[] header = [.. AWorkbook.Header, "Ghi chú", "Đơn vị tiếp nhận"];
        var cell = AWorkbook.Formula("A1", "Xã Thường Phước 2");
        object?[] row = [.. Dossier, AWorkbook.Formula("1+1", "2"), cell];
        AnExport.Read(AWorkbook.Of(header, row)).OnlyRow();
    }

    [Fact]
    public void Numbers_that_are_words_are_words()
    {
        object?[] header = [.. AWorkbook.Header, "Mức độ DVC", "Số hóa"];
        var row = AnExport.Read(AWorkbook.Of(header, [.. Dossier, 4, 0])).OnlyRow();
        (row.Level, row.Digitised).ShouldBe((Level.Full, false));
    }

    [Fact]
    public void A_sheet_without_rows_below_its_header_is_a_quiet_day() =>
        AnExport.Read(AWorkbook.Of(AWorkbook.Header)).SpeaksForItsDay.ShouldBeTrue();

    [Fact]
    public void A_note_beside_the_table_is_no_shift() =>
        AnExport.Read(AWorkbook.Of(AWorkbook.Header, [.. Dossier, null, "ghi chú"])).OnlyRow();

    [Fact]
    public void The_content_decides_not_the_extension() =>
        AnExport.Read(AWorkbook.Of(AWorkbook.Header, Dossier), "2022-03-15.csv").OnlyRow();
}
