using CCHC.Pipeline.Checklists.Reading;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Sheets;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Checklists.Template;

/// <summary>
/// The workbook that the inspecting office fills in for a quarter: a line per unit and criterion. The same lists give
/// the same bytes.
/// </summary>
public static class ChecklistTemplate
{
    private const int HeaderRow = 4;

    /// <summary>Where it is put unless somebody says otherwise.</summary>
    public static string FileName(Period quarter) => $"phieu-kiem-tra-{quarter.Name}.xlsx";

    /// <summary>Writes the template.</summary>
    /// <param name="quarter">The quarter that is inspected.</param>
    /// <param name="units">The register; those valid on the quarter's last day get lines.</param>
    /// <param name="criteria">The list; those in force on that day are asked for.</param>
    public static byte[] Write(Period quarter, UnitRegister units, CriterionList criteria) =>
        Xlsx.Write(Form(quarter, units, criteria), TemplateGuide.Write(quarter));

    private static Sheet Form(Period quarter, UnitRegister units, CriterionList criteria)
    {
        var columns = ChecklistColumns.All.Count;
        var sheet = new Sheet("Phiếu kiểm tra")
        {
            Widths = [10, 17, 24, 17, 38, 26, 28, 13, 44],
            Frozen = (HeaderRow, 0),
            IsProtected = true,
            Print = new() { IsLandscape = true, RepeatedRows = (HeaderRow, HeaderRow) },
        };
        Banner(sheet, 1, "PHIẾU KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", TemplateLooks.Title);
        Banner(sheet, 2, TemplateWords.Of(quarter), TemplateLooks.Subtitle);
        Banner(
            sheet,
            3,
            "Chỉ điền các ô nền vàng, theo trang Hướng dẫn. Dòng để trống được coi là không đủ dữ liệu.",
            TemplateLooks.Subtitle
        );
        sheet.Put(
            HeaderRow,
            1,
            [.. ChecklistColumns.All.Select(column => SheetCell.Of(column.Title(), TemplateLooks.Heading))]
        );
        sheet.Height(HeaderRow, 24);
        var validations = new TemplateValidations();
        var row = HeaderRow;
        foreach (var (index, unit) in units.ValidOn(quarter.To).Index())
        {
            foreach (var criterion in Criterion.InForce(criteria.All, unit, quarter.To))
                Line(sheet, ++row, quarter, unit, criterion, TemplateLooks.Given(index % 2 == 1), validations);
        }
        sheet.Filter = new CellRange(HeaderRow, 1, row, columns);
        return sheet;
    }

    private static void Banner(Sheet sheet, int row, string text, Look look)
    {
        sheet.Merge(new CellRange(row, 1, row, ChecklistColumns.All.Count), SheetCell.Of(text, look));
        sheet.Height(row, 20);
    }

    private static void Line(
        Sheet sheet,
        int row,
        Period quarter,
        Unit unit,
        Criterion criterion,
        Look given,
        TemplateValidations validations
    )
    {
        var result = criterion.Kind is CriterionKind.Count ? TemplateLooks.AskedNumber : TemplateLooks.Asked;
        var hasDay = criterion.Kind is CriterionKind.Date or CriterionKind.Address;
        sheet.Put(
            row,
            1,
            SheetCell.Of(quarter.Name, given),
            SheetCell.Of(unit.Id, given),
            SheetCell.Of(unit.Name, given),
            SheetCell.Of(criterion.Id, given),
            SheetCell.Of(criterion.Name, given),
            SheetCell.Of(TemplateWords.RequirementOf(criterion), given),
            SheetCell.Blank(result),
            SheetCell.Blank(hasDay ? TemplateLooks.Asked : given),
            SheetCell.Blank(TemplateLooks.Asked)
        );
        string[] texts = [unit.Name, criterion.Id, criterion.Name, TemplateWords.RequirementOf(criterion)];
        sheet.Height(row, TextHeight.Of(texts, sheet.Widths.Skip(2)));
        sheet.Validate(CellRange.Cell(row, 7), validations.Result(criterion.Kind));
        if (hasDay)
            sheet.Validate(CellRange.Cell(row, 8), validations.Day);
    }
}
