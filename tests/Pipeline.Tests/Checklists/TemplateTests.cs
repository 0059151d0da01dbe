using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.Template;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Tests.Sheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CCHC.Pipeline.Tests.Checklists;

/// <summary>The template comes back as what was written into it.</summary>
public class TemplateTests
{
    private const string Form = "Phiếu kiểm tra";
    private static readonly Period Quarter = new PeriodKey(PeriodKind.Quarter, 2022 * 4).In(PeriodScheme.Statutory);

    [Fact]
    public void It_asks_every_unit_for_every_criterion_in_force()
    {
        using var book = new ReadBook(Template());

        book.Errors().ShouldBeEmpty();
        var rows = book.Sheet(Form).Descendants<Row>().Where(row => row.RowIndex! > 4u).ToList();
        rows.Count.ShouldBe(10 * 8);
        rows[0]
            .Elements<Cell>()
            .Take(6)
            .Select(cell => cell.InnerText)
            .ShouldBe([
                "2022-Q1",
                "29956",
                "Xã Thường Phước 1",
                "plan-issued",
                "Ban hành kế hoạch cải cách hành chính năm 2022",
                "Chậm nhất ngày 28/01/2022",
            ]);
        rows[^1].Elements<Cell>().ElementAt(1).InnerText.ShouldBe("29998");
    }

    [Fact]
    public void Only_answers_can_be_typed()
    {
        using var book = new ReadBook(Template());
        book.Sheet(Form)
            .Descendants<Cell>()
            .Where(cell => !book.Format(cell).Protection!.Locked!.Value)
            .Select(cell => cell.CellReference!.Value![..1])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["G", "H", "I"]);
    }

    [Fact]
    public void Sent_back_unfilled_it_says_nothing()
    {
        var reading = SomeChecklist.Read(Template());
        (reading.Outcome, reading.Period, reading.Lines, reading.Blank, reading.Kept.Count).ShouldBe(
            (Outcome.Accepted, "2022-Q1", 0, 80, 0)
        );
    }

    [Fact]
    public void Filled_in_it_says_what_was_filled_in()
    {
        // Rows 5 to 12 are the first unit's, in the order of the criteria.
        var filled = Filled(
            ("G5", "Đã ban hành"),
            ("H5", "20/01/2022"),
            ("I5", "Kế hoạch số 05/KH-UBND ngày 20/01/2022"),
            ("G6", 4),
            ("G7", "Có"),
            ("I7", "Quyết định số 12/QĐ-UBND"),
            ("G11", 0),
            ("G12", "https://xa.example.vn/ngan-sach"),
            // An Excel date: 44,634 is 14 March 2022.
            ("H12", 44_634),
            ("G13", "Chưa ban hành")
        );

        var reading = SomeChecklist.Read(filled);

        reading.Faults.ShouldBeEmpty();
        reading
            .Kept.Select(line => (line.Unit, line.Criterion, line.Line, line.Answer, line.Evidence))
            .ShouldBe([
                (
                    "29956",
                    "plan-issued",
                    5,
                    new Answer(Day: new DateOnly(2022, 1, 20)),
                    "Kế hoạch số 05/KH-UBND ngày 20/01/2022"
                ),
                ("29956", "propaganda", 6, new Answer(Number: 4), ""),
                ("29956", "online-guidance", 7, new Answer(Done: true), "Quyết định số 12/QĐ-UBND"),
                ("29956", "new-models", 11, new Answer(Number: 0), ""),
                (
                    "29956",
                    "budget-page",
                    12,
                    new Answer(Day: new DateOnly(2022, 3, 14), Address: "https://xa.example.vn/ngan-sach"),
                    ""
                ),
                ("29962", "plan-issued", 13, new Answer(Done: false), ""),
            ]);
    }

    [Fact]
    public void A_formula_in_place_of_an_answer_is_refused()
    {
        var filled = Filled(("G6", "=2+2"), ("G8", 3));

        var reading = SomeChecklist.Read(filled);

        reading.Kept.ShouldHaveSingleItem().Line.ShouldBe(8);
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((6, "Kết quả", "formula"));
    }

    [Fact]
    public void The_same_lists_give_the_same_bytes() => Template().ShouldBe(Template());

    private static byte[] Template() => ChecklistTemplate.Write(Quarter, SomeChecklist.Units, SomeChecklist.Criteria);

    /// <summary>As a spreadsheet saves it: texts and numbers put into the cells of the template.</summary>
    private static byte[] Filled(params (string Cell, object Value)[] values)
    {
        using var stream = new MemoryStream();
        stream.Write(Template());
        using (var book = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var cells = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
                .Where(cell => cell.CellReference!.Value!.Length > 0)
                .ToLookup(cell => cell.CellReference!.Value!);
            foreach (var (at, value) in values)
                Fill(
                    cells[at].Single(cell => cell.Ancestors<Worksheet>().Single().Descendants<AutoFilter>().Any()),
                    value
                );
        }
        return stream.ToArray();
    }

    private static void Fill(Cell cell, object value)
    {
        if (value is string text && text.StartsWith('='))
        {
            cell.CellFormula = new CellFormula(text[1..]);
            return;
        }
        cell.DataType = value is string ? CellValues.InlineString : CellValues.Number;
        if (value is string words)
            cell.InlineString = new InlineString(new Text(words));
        else
            cell.CellValue = new CellValue((int)value);
    }
}
