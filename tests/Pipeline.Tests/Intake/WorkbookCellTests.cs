using CCHC.Pipeline.Intake;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Intake;

public class WorkbookCellTests
{
    private static readonly object?[] Dossier = [AnExport.Dossier, "10/03/2022", null, "Đang xử lý", "Trực tiếp"];
    private static readonly string Blanks = new(' ', 600);

    [Fact]
    public void A_date_with_something_far_behind_it_is_no_date()
    {
        object?[] row = [AnExport.Dossier, "10/03/2022" + Blanks + "x", null, "Đang xử lý", null];
        AnExport.Read(AWorkbook.Of(AWorkbook.Header, row)).Fault(FaultCodes.DateBad);
        AnExport.Read(AnOldWorkbook.Of(AWorkbook.Header, row)).Fault(FaultCodes.DateBad);
    }

    [Fact]
    public void A_code_with_something_far_behind_it_is_no_code() =>
        AnExport
            .Read(AnOldWorkbook.Of(AWorkbook.Header, [AnExport.Dossier + Blanks + "x", .. Dossier[1..]]))
            .Fault(FaultCodes.CodeBad);

    [Fact]
    public void A_channel_far_behind_blanks_is_not_blank()
    {
        object?[] row = [.. Dossier[..4], Blanks + "Trực tuyến"];
        foreach (
            var content in (byte[][])[AWorkbook.Of(AWorkbook.Header, row), AnOldWorkbook.Of(AWorkbook.Header, row)]
        )
        {
            var reading = AnExport.Read(content);
            reading.OnlyRow().Channel.ShouldBe(Channel.Unrecognised);
            reading.Warning(FaultCodes.ChannelUnknown);
        }
    }

    [Fact]
    public void An_ISO_date_cell_is_that_day()
    {
        var cell = new Cell { DataType = CellValues.Date, CellValue = new CellValue("2022-03-10T00:00:00") };
        AnExport
            .Read(AWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, cell, .. Dossier[2..]]))
            .OnlyRow()
            .Received.ShouldBe(new DateOnly(2022, 3, 10));
    }

    [Fact]
    public void An_error_cell_is_no_value()
    {
        var cell = new Cell { DataType = CellValues.Error, CellValue = new CellValue("#N/A") };
        AnExport
            .Read(AWorkbook.Of(AWorkbook.Header, [AnExport.Dossier, cell, .. Dossier[2..]]))
            .Fault(FaultCodes.DateBad);
    }

    [Fact]
    public void A_logical_value_is_a_yes()
    {
        var cell = new Cell { DataType = CellValues.Boolean, CellValue = new CellValue("1") };
        AnExport
            .Read(AWorkbook.Of([.. AWorkbook.Header, "Số hóa"], [.. Dossier, cell]))
            .OnlyRow()
            .Digitised.ShouldBe(true);
    }

    [Fact]
    public void Every_cell_of_an_array_formula_is_computed()
    {
        object?[] other = ["000.19.05.H20-220310-0002", "10/03/2022", null, "Đang xử lý", "Trực tuyến"];
        var first = AWorkbook.Formula("X1:X2", "Trực tuyến");
        first.CellFormula!.FormulaType = CellFormulaValues.Array;
        first.CellFormula.Reference = "E2:E3";
        var reading = AnExport.Read(AWorkbook.Of(AWorkbook.Header, [.. Dossier[..4], first], other));
        reading
            .Faults.Select(fault => (fault.Line, fault.Code))
            .ShouldBe([(2, FaultCodes.Formula), (3, FaultCodes.Formula)]);
    }

    [Fact]
    public void A_strict_workbook_is_read()
    {
        var content = AWorkbook.Of(AWorkbook.Header, Dossier);
        foreach (var part in (string[])["sheet1.xml", "workbook.xml", "workbook.xml.rels", "_rels/.rels"])
            content = AWorkbook.Rewrite(content, part, Strict);
        AnExport.Read(content).OnlyRow();
    }

    private static string Strict(string xml) =>
        xml.Replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
                StringComparison.Ordinal
            )
            .Replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
                StringComparison.Ordinal
            );
}
