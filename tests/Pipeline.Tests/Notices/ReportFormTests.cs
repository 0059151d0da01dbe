using CCHC.Pipeline.Notices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static CCHC.Pipeline.Tests.Notices.WordPage;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Reports, several addressees, tables, charts and appendices after annex I of NĐ 30/2020.</summary>
public sealed class ReportFormTests
{
    private readonly WordPage page = new(SomeReport.Full());

    [Fact]
    public void Words_own_validator_finds_no_error()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(page.Bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019)
            .Validate(word)
            .Select(error => $"{error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        word.MainDocumentPart!.ChartParts.Count().ShouldBe(1);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => LetterDocx.Write(SomeReport.Full()).ShouldBe(page.Bytes);

    [Fact]
    public void A_report_has_its_kind_and_subject_in_the_middle_and_no_subject_under_the_number()
    {
        Look(page.Paragraph("BÁO CÁO")).ShouldBe("14 bold");
        Look(page.Paragraph("Kết quả kiểm tra quý I")).ShouldBe("14 bold");
        Value(page.Paragraph("BÁO CÁO"), "jc", "val").ShouldBe("center");
        page.Words.ShouldContain("Số:        /BC-PNV\n");
        page.Words.ShouldContain("UBND HUYỆN HỒNG NGỰ\nPHÒNG NỘI VỤ\n");
        page.Words.ShouldNotContain("V/v");
        LetterHtml
            .Write(SomeReport.Full())
            .ShouldContain("<title>Dự thảo: Báo cáo kết quả kiểm tra quý I năm 2022</title>");
    }

    [Fact]
    public void One_addressee_stands_on_the_line_and_more_on_lines_of_their_own()
    {
        new WordPage(SomeReport.Head([], "Chủ tịch UBND huyện")).Words.ShouldContain("Kính gửi: Chủ tịch UBND huyện\n");
        var several = SomeReport.Head([], "Trưởng phòng Tư pháp", "Chánh Văn phòng HĐND và UBND");
        const string Lines = "Kính gửi:\n- Trưởng phòng Tư pháp;\n- Chánh Văn phòng HĐND và UBND.\n";
        new WordPage(several).Words.ShouldContain(Lines);
        LetterHtml
            .Write(several)
            .ShouldContain("<p>- Trưởng phòng Tư pháp;</p>\n<p>- Chánh Văn phòng HĐND và UBND.</p>");
    }

    [Fact]
    public void A_table_repeats_its_header_breaks_no_row_and_is_as_wide_as_the_text()
    {
        var table = page.Document.Descendants(W + "tbl").First(t => t.Descendants(W + "tblBorders").Any());
        var rows = table.Elements(W + "tr").ToList();
        rows.Count.ShouldBe(62);
        rows.ShouldAllBe(row => row.Element(W + "trPr")!.Element(W + "cantSplit") != null);
        rows.Select(row => row.Descendants(W + "tblHeader").Any()).ShouldBe([true, .. Enumerable.Repeat(false, 61)]);
        // A4 less 30 and 15 mm: 11906 - 1701 - 851 twips.
        Number(table, "tblW", "w").ShouldBe(9354);
        rows[1]
            .Descendants(W + "jc")
            .Select(jc => jc.Attribute(W + "val")!.Value)
            .ShouldBe(["center", "left", "right"]);
        rows[61].Descendants(W + "b").Count().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Each_appendix_begins_on_a_page_of_its_own_that_may_lie_on_its_side()
    {
        Look(page.Paragraph("Phụ lục II")).ShouldBe("14 bold");
        Look(page.Paragraph("DANH SÁCH ĐƠN VỊ")).ShouldBe("14 bold");
        Look(page.Paragraph("(Kèm theo")).ShouldBe("14 italic");
        var sections = page.Document.Descendants(W + "sectPr").ToList();
        sections.Count.ShouldBe(3);
        sections.Select(s => Number(s, "pgSz", "w")).ShouldBe([11906, 11906, 16838]);
        // No w:type: each section begins on the next page.
        page.Document.Descendants(W + "type").ShouldBeEmpty();
    }

    [Fact]
    public void A_heading_below_another_is_bold_and_italic()
    {
        Look(page.Paragraph("1. Kết quả")).ShouldBe("14 bold");
        Look(page.Paragraph("1.1. Chi tiết")).ShouldBe("14 bold italic");
    }

    [Fact]
    public void The_preview_shows_the_chart_and_every_word_of_the_document()
    {
        var html = LetterHtml.Write(SomeReport.Full());
        html.ShouldContain("<figure><svg");
        foreach (var words in page.Paragraphs.Select(Text).Where(text => text.Length > 0))
            html.ShouldContain(words);
    }
}
