using CCHC.Pipeline.Intake;

namespace CCHC.Pipeline.Tests.Intake;

public class HtmlOfficeTests
{
    [Fact]
    public void A_page_that_Excel_saved_is_read()
    {
        const string Head =
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=ProgId content=Excel.Sheet>"
            + "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>Sheet1</x:Name></x:ExcelWorkbook></xml><![endif]-->"
            + "<style><!--table {mso-displayed-decimal-separator:\"\\,\";} td {mso-number-format:General;} --></style></head>";
        var row = HtmlPages.Dossier.Replace("<td>", "<td class=xl65 x:str>", StringComparison.Ordinal);
        HtmlPages
            .Read($"{Head}<body>{HtmlPages.Table(row)}<![if supportMisalignedColumns]><![endif]></body></html>")
            .OnlyRow()
            .Field.ShouldBe("Hộ tịch");
    }

    [Theory]
    [InlineData("x:num=\"44630\"", "10-Mar-22")]
    [InlineData("x:num=44630.5", "###")]
    [InlineData("x:num", "44630")]
    [InlineData("x:str", "10/03/2022")]
    [InlineData("style='mso-number-format:\"dd\\/mm\\/yyyy\"'", "10/03/2022")]
    [InlineData("x:num=\"khác\"", "10/03/2022")]
    public void A_date_is_the_number_that_Excel_keeps_or_the_text(string mark, string cell) =>
        Received(mark, cell).OnlyRow().Received.ShouldBe(new DateOnly(2022, 3, 10));

    [Fact]
    public void A_number_without_a_mark_is_no_date() => Received("", "44630").Fault(FaultCodes.DateBad);

    [Fact]
    public void Days_may_be_counted_from_1904() =>
        HtmlPages
            .Read($"<!--[if gte mso 9]><xml><x:Date1904/></xml><![endif]-->{Page("x:num=43168", "")}")
            .OnlyRow()
            .Received.ShouldBe(new DateOnly(2022, 3, 10));

    [Theory]
    [InlineData("x:fmla=\"=TODAY()\"")]
    [InlineData("x:num=\"44630\" X:FMLA=\"=B1\"")]
    public void A_formula_is_not_trusted(string mark) => Received(mark, "10/03/2022").Fault(FaultCodes.Formula);

    [Fact]
    public void A_formula_outside_kept_cells_is_ignored() =>
        HtmlPages.Rows(HtmlPages.Row(1, "<td><td>Đang xử lý<td>Trực tuyến<td>Hộ tịch<td x:fmla='=A1'>1")).OnlyRow();

    private static ExportReading Received(string mark, string cell) => HtmlPages.Read(Page(mark, cell));

    private static string Page(string mark, string cell) =>
        HtmlPages.Table($"<tr><td>{AnExport.Dossier}<td {mark}>{cell}<td><td>Đang xử lý</tr>");
}
