using CCHC.Pipeline.Sheets;
using DocumentFormat.OpenXml.Spreadsheet;
using Down = CCHC.Pipeline.Sheets.Down;
using Sheet = CCHC.Pipeline.Sheets.Sheet;

namespace CCHC.Pipeline.Tests.Sheets;

/// <summary>Workbooks that Excel and LibreOffice open without a word, the same bytes for the same sheets.</summary>
public class XlsxTests
{
    private static readonly Look Head = new()
    {
        Size = 13,
        IsBold = true,
        Fill = "D9E2F3",
        HasBorder = true,
        Across = Across.Center,
        Wraps = true,
    };

    [Fact]
    public void A_workbook_with_everything_in_it_obeys_the_format()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));
        book.Errors().ShouldBeEmpty();
        book.Sheets.Select(sheet => (sheet.Name!.Value, sheet.State?.InnerText))
            .ShouldBe([("Biểu 06", null), ("Danh sách", "hidden")]);
    }

    [Fact]
    public void Text_numbers_and_days_are_read_as_they_were_put()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));

        book.Cell("Biểu 06", "A3").InnerText.ShouldBe("Xã Thường Phước 1");
        var number = book.Cell("Biểu 06", "B3");
        (number.DataType, number.CellValue!.Text).ShouldBe((null, "1234"));
        book.Format(number).NumberFormatId!.Value.ShouldBe(3u);
        // 44,634 is 14 March 2022: told by spreadsheets themselves.
        var day = book.Cell("Biểu 06", "C3");
        (day.DataType, day.CellValue!.Text).ShouldBe((null, "44634"));
        book.Styles.NumberingFormats!.Elements<NumberingFormat>()
            .Single(format => format.NumberFormatId! == book.Format(day).NumberFormatId!)
            .FormatCode!.Value.ShouldBe("dd/mm/yyyy");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("=cmd|'/c calc'!A1")]
    public void Text_that_looks_like_a_formula_stays_text(string text)
    {
        using var book = new ReadBook(Xlsx.Write(One(SheetCell.Of(text, Look.Plain))));

        var cell = book.Cell("A", "A1");
        (cell.DataType!.Value == CellValues.InlineString).ShouldBeTrue();
        (cell.CellFormula, cell.InnerText).ShouldBe((null, text));
        // Also after somebody has edited it.
        book.Format(cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Theory]
    [InlineData("  hai \n dòng ", "  hai \n dòng ")]
    [InlineData("a\0b\u000bcd\ufffe", "abcd")]
    [InlineData("<a & \"b\">", "<a & \"b\">")]
    [InlineData("𠀀 一", "𠀀 一")]
    public void Text_keeps_what_xml_can_hold(string text, string kept)
    {
        using var book = new ReadBook(Xlsx.Write(One(SheetCell.Of(text, Look.Plain))));
        book.Errors().ShouldBeEmpty();
        book.Cell("A", "A1").InnerText.ShouldBe(kept);
    }

    [Fact]
    public void Half_a_character_is_left_out()
    {
        using var book = new ReadBook(Xlsx.Write(One(SheetCell.Of("a\ud800b\udc00", Look.Plain))));
        book.Cell("A", "A1").InnerText.ShouldBe("ab");
    }

    [Fact]
    public void A_look_is_seen_in_the_font_the_fill_the_lines_and_the_alignment()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));

        var cell = book.Cell("Biểu 06", "A1");
        var (font, format) = (book.Font(cell), book.Format(cell));
        (font.FontName!.Val!.Value, font.FontSize!.Val!.Value).ShouldBe(("Times New Roman", 13));
        (font.Bold, font.Italic).ShouldSatisfyAllConditions(
            f => f.Bold.ShouldNotBeNull(),
            f => f.Italic.ShouldBeNull()
        );
        (format.Alignment!.Horizontal!.InnerText, format.Alignment.WrapText!.Value).ShouldBe(("center", true));
        book.Styles.Fills!.ElementAt((int)format.FillId!.Value).InnerXml.ShouldContain("FFD9E2F3");
        book.Styles.Borders!.ElementAt((int)format.BorderId!.Value).InnerXml.ShouldContain("thin");
        // A merged cell is as bordered in its last part as in its first.
        book.Cell("Biểu 06", "C1").StyleIndex!.Value.ShouldBe(cell.StyleIndex!.Value);
    }

    [Fact]
    public void Only_input_cells_of_a_protected_sheet_can_be_changed()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));
        book.Sheet("Biểu 06").GetFirstChild<SheetProtection>()!.Sheet!.Value.ShouldBeTrue();
        book.Format(book.Cell("Biểu 06", "A3")).Protection!.Locked!.Value.ShouldBeTrue();
        book.Format(book.Cell("Biểu 06", "D3")).Protection!.Locked!.Value.ShouldBeFalse();
    }

    [Fact]
    public void What_may_be_typed_is_checked()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));
        book.Sheet("Biểu 06")
            .Descendants<DataValidation>()
            .Select(one => (one.Type!.InnerText, one.SequenceOfReferences!.InnerText, one.Formula1!.Text))
            .ShouldBe([
                ("list", "D3 D5", "\"Có,Không\""),
                ("list", "D4", "'Danh sách'!$A$1:$A$2"),
                ("whole", "E3", "0"),
                ("date", "F3", "44562"),
                ("textLength", "G3", "8"),
            ]);
    }

    [Fact]
    public void A_page_is_a4_across_with_its_header_again_on_every_one()
    {
        using var book = new ReadBook(Xlsx.Write(Everything()));
        var setup = book.Sheet("Biểu 06").GetFirstChild<PageSetup>()!;
        (
            setup.PaperSize!.Value,
            setup.Orientation!.InnerText,
            setup.FitToWidth!.Value,
            setup.FitToHeight!.Value
        ).ShouldBe((9u, "landscape", 1u, 0u));
        book.Book.Workbook!.DefinedNames!.Elements<DefinedName>()
            .Select(name => $"{name.Name} {name.Text}")
            .ShouldBe(["_xlnm.Print_Titles 'Biểu 06'!$1:$2", "_xlnm._FilterDatabase 'Biểu 06'!$A$2:$G$5"]);
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes() => Xlsx.Write(Everything()).ShouldBe(Xlsx.Write(Everything()));

    private static Sheet[] Everything()
    {
        var input = new Look
        {
            IsInput = true,
            HasBorder = true,
            Format = Pipeline.Sheets.CellFormat.Text,
        };
        var sheet = new Sheet("Biểu 06")
        {
            Widths = [30, 10.5, 12],
            Frozen = (2, 1),
            IsProtected = true,
            Filter = new CellRange(2, 1, 5, 7),
            Print = new PrintSetup { IsLandscape = true, RepeatedRows = (1, 2) },
        };
        sheet.Merge(new CellRange(1, 1, 1, 3), SheetCell.Of("Tình hình giải quyết", Head));
        sheet.Height(1, 40);
        sheet.Put(2, 1, SheetCell.Of("Đơn vị", Head), SheetCell.Of("Số", Head), SheetCell.Of("Ngày", Head));
        sheet.Put(
            3,
            1,
            SheetCell.Of("Xã Thường Phước 1", Look.Plain with { IsItalic = true, Down = Down.Top }),
            SheetCell.Of(1234, Look.Plain with { Format = Pipeline.Sheets.CellFormat.Whole }),
            SheetCell.Of(new DateOnly(2022, 3, 14), Look.Plain),
            SheetCell.Blank(input)
        );
        var yesNo = new OneOf(["Có", "Không"])
        {
            Error = ("Kết quả", "Chọn Có hoặc Không."),
            Prompt = ("", "Có?\nKhông?"),
        };
        sheet.Validate(CellRange.Cell(3, 4), yesNo);
        sheet.Validate(CellRange.Cell(5, 4), yesNo);
        sheet.Validate(CellRange.Cell(4, 4), new OneOfRange("Danh sách", new CellRange(1, 1, 2, 1)));
        sheet.Validate(CellRange.Cell(3, 5), new WholeFrom(0));
        sheet.Validate(CellRange.Cell(3, 6), new DayFrom(new DateOnly(2022, 1, 1)));
        sheet.Validate(CellRange.Cell(3, 7), new OfLength(8, 10));
        var list = new Sheet("Danh sách") { IsHidden = true };
        list.Put(1, 1, SheetCell.Of("Đã ban hành, có số", Look.Plain));
        list.Put(2, 1, SheetCell.Of("Chưa ban hành", Look.Plain));
        return [sheet, list];
    }

    private static Sheet One(SheetCell cell)
    {
        var sheet = new Sheet("A");
        sheet.Put(1, 1, cell);
        return sheet;
    }
}
