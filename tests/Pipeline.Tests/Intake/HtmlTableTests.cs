using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlTableTests
{
    [Theory]
    [InlineData("a.xls")]
    [InlineData("a.csv")]
    [InlineData("a")]
    public void A_page_is_read_whatever_its_extension(string name)
    {
        var reading = HtmlPages.Read($"<html><body>{HtmlPages.Table(HtmlPages.Dossier)}</body></html>", name);
        reading.OnlyRow().Channel.ShouldBe(Channel.Online);
        reading.Format.ShouldBe("HTML, UTF-8, tiêu đề ở dòng 1");
    }

    [Fact]
    public void Cells_may_be_wrapped_in_groups_and_every_tag_closed()
    {
        const string Row = "<tr><td>{0}</td><td>10/03/2022</td><td/><td>Đang xử lý</td></tr>";
        const string Head =
            "<tr><td>Mã hồ sơ</td><td>Ngày tiếp nhận</td><td>Ngày có kết quả</td><td>Trạng thái</td></tr>";
        var rows = Row.Replace("{0}", AnExport.Dossier, StringComparison.Ordinal);
        HtmlPages
            .Read($"<table border=1><colgroup><col><col></colgroup><thead>{Head}</thead><tbody>{rows}</tbody></table>")
            .OnlyRow()
            .Status.ShouldBe(Status.Processing);
    }

    [Fact]
    public void Tags_that_were_left_out_are_supplied() =>
        HtmlPages
            .Read(
                $"<TABLE><TH>Mã hồ sơ<TH>Ngày tiếp nhận<TH>Trạng thái<TR><TD>{AnExport.Dossier}<TD>10/03/2022<TD>Đang xử lý"
            )
            .OnlyRow()
            .Status.ShouldBe(Status.Processing);

    [Theory]
    [InlineData("Hộ<br>tịch", "Hộ tịch")]
    [InlineData("<p>Hộ</p>\r\n<p>tịch</p>", "Hộ tịch")]
    [InlineData("  Hộ \t\r\n  tịch ", "Hộ tịch")]
    [InlineData("<b>H</b><font color=red>ộ</font> <span>tịch</span>", "Hộ tịch")]
    [InlineData("Hộ&nbsp;tịch&nbsp;", "Hộ tịch")]
    [InlineData("&nbsp;", null)]
    [InlineData("Hộ</th> tịch", "Hộ tịch")]
    [InlineData("Hộ <tịch lạ>tịch<trự>", "Hộ tịch")]
    [InlineData("Hộ tịch<!-- <td>khác</td> -->", "Hộ tịch")]
    [InlineData("Hộ tịch<script>document.write('<td>khác</td>')</script>", "Hộ tịch")]
    [InlineData("Hộ tịch<style>td { color: red }</style>", "Hộ tịch")]
    [InlineData("<o:p>Hộ tịch</o:p><![if !supportEmptyParas]>&nbsp;<![endif]>", "Hộ tịch")]
    [InlineData("<span style='mso-spacerun:yes'>Hộ</span><span title='a > b'> tịch</span>", "Hộ tịch")]
    [InlineData("<span style=\"display: none\">20220310</span>Hộ tịch", "Hộ tịch")]
    [InlineData("<span hidden><span>1</span>2</span>Hộ tịch", "Hộ tịch")]
    [InlineData("<input type=hidden value=x>Hộ tịch", "Hộ tịch")]
    [InlineData("<textarea>Hộ tịch</textarea>", "Hộ tịch")]
    public void A_cell_says_what_a_browser_shows(string cell, string? field) => HtmlPages.Field(cell).ShouldBe(field);

    [Theory]
    [InlineData("H&#7897; t&#x1ECB;ch", "Hộ tịch")]
    [InlineData("&ETH;&acirc;t v&agrave; r&#x1EEB;ng", "Đât và rừng")]
    [InlineData("&dstrok;&abreve;ng k&yacute;", "đăng ký")]
    [InlineData("X&acirc;y d&ugravengrave", "Xây dùngrave")]
    [InlineData("A &amp; B &lt;C&gt;", "A & B <C>")]
    [InlineData("A & B &khac; &", "A & B &khac; &")]
    [InlineData("&#8220;A&#148;", "“A”")]
    public void References_are_resolved(string cell, string text) => HtmlPages.Says(cell, text).ShouldBeTrue();

    [Fact]
    public void References_to_no_character_make_no_status() =>
        HtmlPages
            .Cells("10/03/2022", "", "&#xD83D;&#0;&#9999999999;", "Trực tuyến", "Hộ tịch")
            .Fault(FaultCodes.StatusUnknown);

    [Fact]
    public void A_header_may_be_broken_and_marked_up() =>
        HtmlPages
            .Read(
                "<table><tr><th><b>Mã<br/>hồ sơ</b><th>Ngày&nbsp;tiếp\nnhận<th><font size=2>Trạng thái</font></tr>"
                    + $"<tr><td>{AnExport.Dossier}<td>10/03/2022<td>Đang xử lý</table>"
            )
            .OnlyRow();

    [Fact]
    public void A_fault_is_told_by_the_number_of_its_row()
    {
        var fault = HtmlPages
            .Rows(HtmlPages.Dossier, "<tr></tr>\n\n", HtmlPages.Row(2, "<td><td>lạ"))
            .Fault(FaultCodes.StatusUnknown);
        fault.Line.ShouldBe(4);
        fault.Column.ShouldBe("Trạng thái");
    }

    [Fact]
    public void Hidden_rows_and_cells_count_as_in_Excel()
    {
        const string Hidden = "<td style='display:none'>";
        var row = HtmlPages.Row(2, $"{Hidden}<td>Đang xử lý<td>Trực tuyến");
        var reading = HtmlPages.Rows(row.Replace("<tr>", "<tr style='display:none'>", StringComparison.Ordinal));
        reading.OnlyRow().Status.ShouldBe(Status.Processing);
    }

    [Fact]
    public void A_cell_that_Excel_would_compute_is_a_formula() =>
        HtmlPages.Cells("=TODAY()", "", "Đang xử lý").Fault(FaultCodes.Formula);
}
