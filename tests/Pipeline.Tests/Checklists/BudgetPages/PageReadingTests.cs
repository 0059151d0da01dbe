using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Tests.Checklists.BudgetPages;

public class PageReadingTests
{
    private const string Figures = "<table><tr><td>Thu<td>1.000<tr><td>Chi<td>1.000</table>";
    private static readonly string Filler = string.Concat(Enumerable.Repeat("tin tức của xã ", 40));

    [Theory]
    [InlineData("<h1>Công khai dự toán ngân sách năm 2022</h1>")]
    [InlineData("<table><tr><td><a href=x>CÔNG KHAI DỰ TOÁN</a><td>12/01/2022</table>")]
    [InlineData("<p>C&ocirc;ng khai ng&acirc;n s&aacute;ch n&#x103;m 2022</p>")]
    [InlineData("<p>Cong khai ngan sach nam 2022</p>")]
    [InlineData("<p>Ngân sách xã năm 2022 được <b>công</b> <i>khai</i></p>")]
    [InlineData("<p>Công khai số liệu và thuyết minh tình hình thực hiện dự toán quý I/2022</p>")]
    public void The_words_and_the_year_near_them_are_a_publication(string page)
    {
        page += Figures;
        Read(page).Status.ShouldBe(PageStatus.Published);
        Read(page.Normalize(NormalizationForm.FormD)).Status.ShouldBe(PageStatus.Published);
    }

    [Theory]
    [InlineData("<!-- công khai ngân sách năm 2022 -->")]
    [InlineData("<style>/* công khai ngân sách năm 2022 */</style>")]
    [InlineData("<p>Công khai thủ tục hành chính năm 2022</p>")]
    [InlineData("<p>Công khai ngân sách năm 2021</p>")]
    [InlineData("<p>Công khai ngân sách, số 120220</p>")]
    public void What_a_visitor_does_not_read_there_is_not_there(string page) =>
        Read(page + $"<p>{Filler}</p>").Status.ShouldBe(PageStatus.WithoutWords);

    [Theory]
    [InlineData("<script>var t = 'công khai ngân sách năm 2022'</script>")]
    [InlineData("<p title='công khai ngân sách năm 2022'>Trang chủ</p>")]
    public void What_a_script_or_a_pointer_may_show_is_for_people_to_judge(string page) =>
        Read(page + $"<p>{Filler}</p>").Status.ShouldBe(PageStatus.Unreadable);

    [Fact]
    public void Words_far_apart_beside_the_year_are_for_people_to_judge() =>
        Read($"<p>Công khai thủ tục</p><p>{Filler}</p><p>ngân sách 2022</p>").Status.ShouldBe(PageStatus.Unreadable);

    [Fact]
    public void A_year_that_stands_far_off_is_for_people_to_judge()
    {
        var check = Read($"<p>Công khai ngân sách</p><p>{Filler}</p><p>© 2022</p>");

        check.Status.ShouldBe(PageStatus.Unreadable);
        check.Evidence.ShouldContain("cần người xem");
    }

    [Fact]
    public void The_evidence_names_known_words_and_nothing_else_of_the_page()
    {
        var check = Read(
            $"<p>Công khai dự toán 2022</p>{Figures.Replace("</table>", "<tr><td>Nguyễn Thị Bưởi</table>", StringComparison.Ordinal)}"
        );

        check.Evidence.ShouldBe("Trang có các từ \"công khai\", \"dự toán\" và năm 2022.");
    }

    [Theory]
    [InlineData("<script src=a.js></script><div id=app></div>")]
    [InlineData("<iframe src=b></iframe>")]
    public void A_page_made_in_the_browser_is_for_people_to_judge(string page) =>
        Read(page).Status.ShouldBe(PageStatus.Unreadable);

    [Theory]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-16", "")]
    [InlineData("windows-1258", "windows-1258")]
    public void The_encoding_is_found_whatever_the_header_says(string written, string told)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        // Windows-1258 writes tones as marks of their own behind the vowel.
        var text = written == "windows-1258" ? "Công khai ngân sách năm 2022" : "Công khai dự toán năm 2022";
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<html><p>{text}</p>{Figures}</html>")];

        Read(body, told).Status.ShouldBe(PageStatus.Published);
    }

    [Fact]
    public void The_page_itself_may_tell_its_encoding()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("windows-1258")!;
        var body = encoding.GetBytes("<meta charset='windows-1258'><p>Công khai ngân sách năm 2022</p>" + Figures);

        Read(body, "").Status.ShouldBe(PageStatus.Published);
    }

    [Theory]
    [InlineData("application/pdf", "x")]
    [InlineData("image/png", "x")]
    [InlineData("text/html", "%PDF-1.7 công khai ngân sách 2022")]
    public void A_scan_is_for_people_to_read(string type, string body) =>
        Of(new WebAnswer(200, Address, Encoding.UTF8.GetBytes(body), type)).Status.ShouldBe(PageStatus.Unreadable);

    [Theory]
    [InlineData(404, PageStatus.Missing)]
    [InlineData(410, PageStatus.Missing)]
    [InlineData(401, PageStatus.Unreadable)]
    [InlineData(403, PageStatus.Unreadable)]
    [InlineData(429, PageStatus.Unreachable)]
    [InlineData(500, PageStatus.Unreachable)]
    [InlineData(503, PageStatus.Unreachable)]
    public void Other_answers_say_what_they_say(int answered, PageStatus status)
    {
        var check = Of(new WebAnswer(answered, Address, ReadOnlyMemory<byte>.Empty));

        (check.Status, check.HttpStatus).ShouldBe((status, answered));
    }

    [Theory]
    [InlineData(WebFault.TimedOut, PageStatus.Unreachable)]
    [InlineData(WebFault.UnknownHost, PageStatus.Unreachable)]
    [InlineData(WebFault.Tls, PageStatus.Unreachable)]
    [InlineData(WebFault.Broken, PageStatus.Unreachable)]
    [InlineData(WebFault.PrivateAddress, PageStatus.Refused)]
    [InlineData(WebFault.Address, PageStatus.Refused)]
    [InlineData(WebFault.TooLarge, PageStatus.Unreadable)]
    public void No_answer_is_never_held_against_a_unit(WebFault fault, PageStatus status) =>
        PageReading.Of("http://xa.test/ns", default, 2022, "", WebOutcome.Of(fault)).Status.ShouldBe(status);

    private static readonly Uri Address = new("http://xa.test/ns");

    private static PageCheck Read(string page) => Read(Encoding.UTF8.GetBytes(page), "utf-8");

    private static PageCheck Read(byte[] body, string charset) =>
        Of(new WebAnswer(200, Address, body, "text/html", charset));

    private static PageCheck Of(WebAnswer answer) =>
        PageReading.Of("http://xa.test/ns", new DateOnly(2022, 3, 1), 2022, "Xã Bình Minh", WebOutcome.Of(answer));
}
