using CCHC.Pipeline.Intake;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Intake;

public sealed class SeveralTablesTests
{
    private const string Head =
        "<tr><th>Mã hồ sơ<th>Ngày tiếp nhận<th>Ngày có kết quả<th>Trạng thái<th>Hình thức nộp</tr>";

    [Fact]
    public void Dossiers_on_two_sheets_with_the_same_columns_all_count()
    {
        var reading = Workbook([AWorkbook.Header, Dossier(1), Dossier(2)], [AWorkbook.Header, Dossier(3)]);
        reading.Outcome.ShouldBe(Outcome.Accepted);
        (reading.Rows, reading.Kept.Count).ShouldBe((3, 3));
        reading.Warning(FaultCodes.SeveralTables).Message.ShouldContain("2 trang hoặc bảng");
    }

    [Fact]
    public void Titles_above_the_second_sheets_header_are_no_rows() =>
        Workbook(
            [AWorkbook.Header, Dossier(1)],
            [
                ["DANH SÁCH HỒ SƠ"],
                [],
                AWorkbook.Header,
                Dossier(2),
            ]
        )
            .Rows.ShouldBe(2);

    [Fact]
    public void A_sheet_of_notes_is_passed_over() =>
        Workbook(
            [AWorkbook.Header, Dossier(1)],
            [
                ["Ghi chú"],
                ["Số liệu xuất từ hệ thống một cửa"],
            ]
        )
            .Warnings.ShouldHaveSingleItem()
            .Code.ShouldBe(FaultCodes.NoDueColumn);

    [Fact]
    public void Sheets_with_other_columns_are_refused_rather_than_left_out()
    {
        object?[] swapped = [.. AWorkbook.Header.Reverse()];
        var reading = Workbook([AWorkbook.Header, Dossier(1)], [swapped, [.. Dossier(2).Reverse()]]);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Fault(FaultCodes.SeveralTables).Message.ShouldContain("các cột khác nhau");
    }

    [Fact]
    public void Dossiers_on_a_sheet_without_a_header_are_not_lost_silently()
    {
        var reading = Workbook([AWorkbook.Header, Dossier(1)], [Dossier(2), Dossier(3)]);
        reading.Outcome.ShouldBe(Outcome.Refused);
        reading.Fault(FaultCodes.SeveralTables).Message.ShouldContain("không có dòng tiêu đề");
    }

    [Fact]
    public void Dossiers_far_below_titles_and_unknown_headers_are_not_lost_silently()
    {
        object?[][] titles = [.. Enumerable.Repeat<object?[]>(["Phụ lục"], 9)];
        object?[] unknown = ["Cột một", "Cột hai", "Cột ba", "Cột bốn", "Cột năm"];
        Workbook([AWorkbook.Header, Dossier(1)], [.. titles, unknown, Dossier(2)])
            .Fault(FaultCodes.SeveralTables)
            .Message.ShouldContain("không có dòng tiêu đề");
    }

    [Fact]
    public void A_faulty_row_on_the_second_page_is_told_with_its_own_line()
    {
        var page =
            $"<table>{Head}{Cells(1)}</table><p>Trang 2</p><table>{Head}{Cells(2)}<tr><td>H20-2203<td>10/03/2022<td><td>Đang xử lý<td>Trực tiếp</table>";
        var reading = AnExport.Read($"<html><body>{page}</body></html>");
        (reading.Rows, reading.Refused).ShouldBe((3, 1));
        reading.Faults.ShouldAllBe(fault => fault.Line == 3);
    }

    private static ExportReading Workbook(object?[][] first, object?[][] second) =>
        AnExport.Read(
            AWorkbook.Make([
                ("Trang 1", SheetStateValues.Visible, first),
                ("Trang 2", SheetStateValues.Visible, second),
            ]),
            "hoso_2022-03-15.xlsx"
        );

    private static object?[] Dossier(int number) => [Code(number), "10/03/2022", null, "Đang xử lý", "Trực tiếp"];

    private static string Cells(int number) =>
        $"<tr><td>{Code(number)}<td>10/03/2022<td><td>Đang xử lý<td>Trực tiếp</tr>";

    private static string Code(int number) => FormattableString.Invariant($"000.19.05.H20-220310-{number:0000}");
}
