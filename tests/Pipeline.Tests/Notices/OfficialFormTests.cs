using System.Xml.Linq;
using CCHC.Pipeline.Notices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static CCHC.Pipeline.Tests.Notices.SomeReview;
using static CCHC.Pipeline.Tests.Notices.WordPage;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>Annex I of NĐ 30/2020, row by row, read from the produced file; lengths in twips worked out by hand.</summary>
public sealed class OfficialFormTests
{
    private readonly WordPage page = new(TenShort());

    [Fact]
    public void Words_own_validator_finds_no_error()
    {
        foreach (var unit in new[] { TenShort(), WithoutChannels() })
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(new WordPage(unit).Bytes), isEditable: false);
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(word)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_page_is_A4_upright_with_the_legal_margins()
    {
        // 210 mm = 11905.5, 297 mm = 16837.8, 20 mm = 1133.9, 30 mm = 1700.8, 15 mm = 850.4 twips (rounded up).
        Number(page.Document, "pgSz", "w").ShouldBe(11906);
        Number(page.Document, "pgSz", "h").ShouldBe(16838);
        Number(page.Document, "pgMar", "top").ShouldBe(1134);
        Number(page.Document, "pgMar", "bottom").ShouldBe(1134);
        Number(page.Document, "pgMar", "left").ShouldBe(1701);
        Number(page.Document, "pgMar", "right").ShouldBe(851);
    }

    [Fact]
    public void Letters_are_Times_New_Roman_and_black()
    {
        var defaults = page.Part("word/styles.xml").Descendants(W + "rPrDefault").Single();
        foreach (var script in new[] { "ascii", "hAnsi", "eastAsia", "cs" })
            Value(defaults, "rFonts", script).ShouldBe("Times New Roman");
        Value(defaults, "color", "val").ShouldBe("000000");
        page.Document.Descendants(W + "rFonts").ShouldBeEmpty();
        page.Document.Descendants(W + "color").ShouldBeEmpty();
    }

    [Fact]
    public void The_page_number_stands_in_the_middle_of_the_top_margin_but_not_on_page_one()
    {
        var header = page.Part("word/header1.xml");
        header.Descendants(W + "instrText").Single().Value.Trim().ShouldBe("PAGE");
        header.Descendants(W + "sz").Select(size => size.Attribute(W + "val")!.Value).Distinct().ShouldBe(["28"]);
        Value(header, "jc", "val").ShouldBe("center");
        // 10 mm from the edge; a line of 14 points ends well above the 20 mm of the text.
        Number(page.Document, "pgMar", "header").ShouldBe(567);
        page.Document.Descendants(W + "titlePg").ShouldHaveSingleItem();
        page.Document.Descendants(W + "headerReference").Single().Attribute(W + "type")!.Value.ShouldBe("default");
    }

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "13 bold", "center")]
    [InlineData("Độc lập - Tự do - Hạnh phúc", "14 bold", "center")]
    [InlineData("ỦY BAN NHÂN DÂN", "13 bold", "center")]
    [InlineData("HUYỆN HỒNG NGỰ", "13 bold", "center")]
    [InlineData("Số:        /UBND-HC", "13", "center")]
    [InlineData("V/v chấn chỉnh", "12", "center")]
    [InlineData("Hồng Ngự, ngày      tháng 3 năm 2022", "14 italic", "center")]
    [InlineData("Kính gửi: Chủ tịch", "14", "center")]
    [InlineData("Qua kiểm tra", "14", "both")]
    [InlineData("CHỦ TỊCH", "14 bold", "center")]
    [InlineData("Nơi nhận:", "12 bold italic", "left")]
    [InlineData("- Như trên;", "11", "left")]
    [InlineData("- Lưu: VT, NV.", "11", "left")]
    public void Each_element_has_its_size_style_and_place(string start, string look, string place)
    {
        Look(page.Paragraph(start)).ShouldBe(look);
        Value(page.Paragraph(start), "jc", "val").ShouldBe(place);
    }

    [Fact]
    public void The_superior_body_is_not_bold_above_the_issuing_body()
    {
        var letter = NoticeText.Compose(TenShort(), Authority.On(LastDay) with { Superior = "TỈNH ĐỒNG THÁP" });
        var superior = new WordPage(letter).Paragraph("TỈNH ĐỒNG THÁP");
        Look(superior).ShouldBe("13");
        Text(superior.ElementsAfterSelf(W + "p").First()).ShouldBe("ỦY BAN NHÂN DÂN");
    }

    [Fact]
    public void A_solid_line_as_long_as_the_motto_stands_under_it() =>
        // Its width in Times New Roman Bold at 14 points: 171.4 points.
        page.LineUnder("Độc lập").ShouldBeInRange(3428 - 20, 3428 + 20);

    [Fact]
    public void A_line_of_a_third_to_a_half_stands_under_the_issuing_body() =>
        // HUYỆN HỒNG NGỰ at 13 points bold: 122.9 points.
        page.LineUnder("HUYỆN HỒNG NGỰ").ShouldBeInRange(2458 / 3, 2458 / 2);

    [Fact]
    public void The_countrys_name_fits_on_one_line() =>
        // Its width in Times New Roman Bold at 13 points: 271.2 points.
        Number(page.Paragraph("CỘNG HÒA").Ancestors(W + "tc").First(), "tcW", "w").ShouldBeGreaterThan(5424);

    [Fact]
    public void The_subject_keeps_six_points_from_the_number() =>
        Number(page.Paragraph("V/v"), "spacing", "before").ShouldBe(120);

    [Fact]
    public void Body_paragraphs_are_justified_indented_and_spaced()
    {
        foreach (
            var paragraph in page.Document.Elements(W + "body").Elements(W + "p").Where(p => Text(p).Length > 0).Skip(1)
        )
        {
            Number(paragraph.Element(W + "r")!, "sz", "val").ShouldBe(28);
            Value(paragraph, "jc", "val").ShouldBe("both");
            // 1.27 cm = half an inch.
            Number(paragraph, "ind", "firstLine").ShouldBe(720);
            Number(paragraph, "spacing", "after").ShouldBe(120);
            Number(paragraph, "spacing", "line").ShouldBeInRange(240, 360);
            Value(paragraph, "spacing", "lineRule").ShouldBe("auto");
        }
    }

    [Fact]
    public void The_table_repeats_its_header_and_breaks_no_row()
    {
        var table = page.Document.Descendants(W + "tbl").Single(t => t.Descendants(W + "tblBorders").Any());
        var rows = table.Elements(W + "tr").ToList();
        rows.Count.ShouldBe(17);
        rows.ShouldAllBe(row => row.Element(W + "trPr")!.Element(W + "cantSplit") != null);
        rows.Select(row => row.Descendants(W + "tblHeader").Any()).ShouldBe([true, .. Enumerable.Repeat(false, 16)]);
    }
}
