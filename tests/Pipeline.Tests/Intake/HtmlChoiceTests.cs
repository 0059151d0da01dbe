using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlChoiceTests
{
    private static readonly string Data = HtmlPages.Table(HtmlPages.Dossier, HtmlPages.Row(2, "<td><td>lạ"));

    [Fact]
    public void The_first_table_with_the_needed_headers_is_read()
    {
        var reading = HtmlPages.Read($"<table><tr><td>Menu<td>Thoát</table>{Data}<table><tr><td>Hết</table>");
        reading.Format.ShouldStartWith("HTML (bảng thứ 2), UTF-8");
        reading.Faults.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("<table><tr><td>UBND</td><td>{0}</td></tr><tr><td>Người lập</td></tr></table>")]
    [InlineData("<table><tr><td><table><tr><td>{0}</td></tr></table><td></table>")]
    [InlineData("<table><caption>{0}</caption><tr><td>x</table>")]
    public void A_table_in_a_layout_is_read_by_itself(string layout)
    {
        var reading = HtmlPages.Read(layout.Replace("{0}", Data, StringComparison.Ordinal));
        reading.Kept.ShouldHaveSingleItem().Field.ShouldBe("Hộ tịch");
        reading.Faults.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void A_table_within_a_cell_changes_nothing_around_it()
    {
        const string Nested = "<table><tr><td>khác<tr><td>nữa</td></tr></table>";
        var reading = HtmlPages.Rows(
            HtmlPages.Row(1, $"<td>{Nested}<td>Đang xử lý{Nested}<td>Trực tuyến<td>Hộ{Nested}tịch"),
            HtmlPages.Row(2)
        );
        reading.Faults.ShouldBeEmpty();
        reading.Kept.Select(row => row.Field).ShouldBe(["Hộ tịch", "Hộ tịch"]);
        reading.Format.ShouldStartWith("HTML (bảng thứ 1)");
    }

    [Fact]
    public void A_table_that_was_not_closed_ends_where_the_next_begins() =>
        HtmlPages.Read($"<table><tr><td>Menu</td></tr>{Data}").Kept.ShouldHaveSingleItem();

    [Theory]
    [InlineData("<h3>DANH SÁCH</h3><p>Từ ngày 01/03/2022 đến ngày 14/03/2022</p>{0}")]
    [InlineData("<table><tr><td>DANH SÁCH đến ngày 14/03/2022</table><br>{0}")]
    [InlineData("<table><tr><td>đến ngày 14/03/2022</tr><tr><td>{0}</td></tr></table>")]
    public void The_text_above_a_table_is_its_title(string page) =>
        HtmlPages
            .Read(page.Replace("{0}", HtmlPages.Table(HtmlPages.Dossier), StringComparison.Ordinal), "a.xls")
            .AsOf.ShouldBe(new DateOnly(2022, 3, 14));

    [Fact]
    public void So_is_its_caption() =>
        HtmlPages
            .Read(
                $"<table><caption>Đến ngày 14/03/2022</caption>{HtmlPages.Header}{HtmlPages.Dossier}</table>",
                "a.xls"
            )
            .AsOf.ShouldBe(new DateOnly(2022, 3, 14));

    [Fact]
    public void The_title_of_the_window_is_none() =>
        HtmlPages
            .Read($"<title>đến ngày 14/03/2022</title>{HtmlPages.Table(HtmlPages.Dossier)}", "a.xls")
            .AsOf.ShouldBe(new DateOnly(2022, 3, 10));

    [Theory]
    [InlineData("<html><body><p>Mã hồ sơ</p></body></html>")]
    [InlineData("<table></table>")]
    [InlineData("<!-- <table><tr><td>Mã hồ sơ</table> -->")]
    [InlineData("<?xml version=\"1.0\"?><a><b>1</b></a>")]
    public void A_page_without_rows_is_no_table(string page) => Refused(page, FaultCodes.NotATable);

    [Fact]
    public void Frames_around_other_files_are_told_from_data() =>
        Refused("<html><frameset><frame src=\"a_files/sheet001.htm\"></frameset></html>", FaultCodes.NotATable)
            .ShouldContain("các tệp khác");

    [Fact]
    public void A_page_packed_as_a_mail_waits_in_quarantine()
    {
        var reading = HtmlPages.Read("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<table>");
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Fault(FaultCodes.FormatNotSupported).Message.ShouldContain("MHTML");
    }

    [Fact]
    public void A_table_without_the_needed_headers_waits_and_lists_its_headers()
    {
        var reading = HtmlPages.Read(
            "<p>Nguyễn Thị Dấu Vết</p><table><caption>Nguyễn Thị Dấu Vết</caption>"
                + "<tr><td>Mã hồ sơ<td>Trạng thái</tr><tr><td>Nguyễn Thị Dấu Vết<td>Đang xử lý</table>"
        );
        reading.Outcome.ShouldBe(Outcome.Quarantined);
        reading.Fault(FaultCodes.ColumnMissing).Message.ShouldEndWith("đã đọc: Mã hồ sơ; Trạng thái.");
    }

    private static string Refused(string page, string code)
    {
        var reading = HtmlPages.Read(page);
        reading.Outcome.ShouldBe(Outcome.Refused);
        return reading.Fault(code).Message;
    }
}
