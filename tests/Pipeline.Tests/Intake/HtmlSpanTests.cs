using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlSpanTests
{
    [Fact]
    public void A_cell_over_two_rows_holds_for_both()
    {
        var reading = HtmlPages.Rows(
            HtmlPages.Row(1, "<td><td>Đang xử lý<td rowspan=2>Trực tuyến<td>Hộ tịch"),
            HtmlPages.Row(2, "<td><td>Đang xử lý<td>Đất đai"),
            HtmlPages.Row(3, "<td><td>Đang xử lý<td>Trực tiếp<td>Đất đai")
        );
        reading.Faults.ShouldBeEmpty();
        reading.Kept.Select(row => row.Channel).ShouldBe([Channel.Online, Channel.Online, Channel.InPerson]);
        reading.Kept.Select(row => row.Field).ShouldBe(["Hộ tịch", "Đất đai", "Đất đai"]);
    }

    [Fact]
    public void It_holds_in_the_last_columns_and_over_columns_too()
    {
        var reading = HtmlPages.Rows(
            HtmlPages.Row(1, "<td colspan=2 rowspan=3><td>Trực tuyến<td rowspan=0>Hộ tịch"),
            $"<tr><td>{HtmlPages.Code(2)}<td>10/03/2022</tr>",
            $"<tr><td>{HtmlPages.Code(3)}<td>10/03/2022<td>Trực tiếp</tr>"
        );
        reading.Kept.Select(row => row.Field).ShouldBe(["Hộ tịch", "Hộ tịch", "Hộ tịch"]);
        reading.Kept[2].Channel.ShouldBe(Channel.InPerson);
    }

    [Fact]
    public void It_never_reaches_beyond_its_group_of_rows()
    {
        var second = HtmlPages.Row(2, "<td><td>Đang xử lý<td>Trực tiếp<td>Đất đai");
        var reading = HtmlPages.Read(
            $"<table>{HtmlPages.Header}<tbody>{HtmlPages.Row(1, "<td><td>Đang xử lý<td rowspan=9>Trực tuyến<td>Hộ tịch")}"
                + $"</tbody><tbody>{second}</tbody></table>"
        );
        reading.Kept.Select(row => row.Channel).ShouldBe([Channel.Online, Channel.InPerson]);
    }

    [Fact]
    public void A_title_over_all_columns_stands_above_the_header()
    {
        var reading = HtmlPages.Read(
            "<table><tr><td colspan=6>DANH SÁCH HỒ SƠ<br>Từ ngày 01/03/2022 đến ngày 14/03/2022</td></tr>"
                + $"{HtmlPages.Header}{HtmlPages.Dossier}</table>",
            "a.xls"
        );
        reading.OnlyRow();
        reading.AsOf.ShouldBe(new DateOnly(2022, 3, 14));
        reading.Format.ShouldEndWith("tiêu đề ở dòng 2");
    }

    [Fact]
    public void A_cell_over_columns_leaves_the_others_blank() =>
        HtmlPages.Rows(HtmlPages.Row(1, "<td><td>Đang xử lý<td colspan=2>Trực tuyến")).OnlyRow().Field.ShouldBeNull();

    [Theory]
    [InlineData("colspan=0")]
    [InlineData("colspan=-3")]
    [InlineData("colspan=x")]
    [InlineData("colspan=65535")]
    [InlineData("colspan=99999999999999999999")]
    [InlineData("rowspan=-1")]
    [InlineData("rowspan=''")]
    [InlineData("rowspan=\"1px\"")]
    public void A_senseless_span_is_one_cell(string span)
    {
        var row = HtmlPages.Row(1, $"<td><td {span}>Đang xử lý<td>Trực tuyến");
        var reading = HtmlPages.Rows(row, HtmlPages.Row(2, "<td><td>Đang xử lý<td>Trực tiếp"));
        reading.Kept.Select(one => one.Channel).ShouldBe([Channel.Online, Channel.InPerson]);
    }

    [Fact]
    public void A_formula_over_two_rows_is_one_in_both() =>
        HtmlPages
            .Rows(
                HtmlPages.Row(1, "<td><td rowspan=2 x:fmla='=A1'>Đang xử lý<td>Trực tuyến"),
                HtmlPages.Row(2, "<td><td>Trực tuyến")
            )
            .Faults.Select(fault => fault.Code)
            .ShouldBe([FaultCodes.Formula, FaultCodes.Formula]);

    [Fact]
    public void Headers_over_two_rows_are_filled_down()
    {
        var reading = HtmlPages.Read(
            "<table><tr><th rowspan=2>Mã hồ sơ<th colspan=2>Ngày<th rowspan=2>Trạng thái</tr>"
                + "<tr><th>Ngày tiếp nhận<th>Ngày có kết quả</tr>"
                + $"<tr><td>{AnExport.Dossier}<td>10/03/2022<td>11/03/2022<td>Đã xử lý xong</table>"
        );
        reading.OnlyRow().Finished.ShouldBe(new DateOnly(2022, 3, 11));
        reading.Format.ShouldEndWith("tiêu đề ở dòng 2");
    }
}
