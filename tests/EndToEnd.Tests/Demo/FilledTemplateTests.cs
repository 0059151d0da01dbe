using CCHC.Demo;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.Template;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Units;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CCHC.EndToEnd.Tests.Demo;

public sealed class FilledTemplateTests
{
    private static readonly Dictionary<(string, string), TypedAnswer> Answers = new()
    {
        [("29956", "plan-issued")] = new("Đã ban hành", "10/01/2022", "Kế hoạch số 05/KH-UBND"),
        [("29998", "scanners")] = new("0", "", "Biên bản kiểm kê"),
    };

    [Fact]
    public void The_same_answers_give_the_same_valid_workbook()
    {
        var filled = FilledTemplate.Fill(Template(), Answers);

        FilledTemplate.Fill(Template(), Answers).ShouldBe(filled);
        filled.ShouldNotBe(Template());
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(filled), isEditable: false);
        new OpenXmlValidator().Validate(workbook).Select(fault => fault.Description).ShouldBeEmpty();
        workbook
            .WorkbookPart!.WorksheetParts.Select(sheet => sheet.Worksheet!.InnerText)
            .ShouldContain(text =>
                text.Contains("Đã ban hành10/01/2022Kế hoạch số 05/KH-UBND", StringComparison.Ordinal)
            );
    }

    private static byte[] Template() =>
        ChecklistTemplate.Write(
            DemoPeriod.First.In(PeriodScheme.Statutory),
            TheDemo.Units,
            CriterionCsv.Parse(Shipped.Read("criteria.csv"))
        );
}
