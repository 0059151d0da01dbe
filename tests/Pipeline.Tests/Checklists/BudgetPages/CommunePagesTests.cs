using System.Text;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Checklists.BudgetPages;
using CCHC.Pipeline.Web;

namespace CCHC.Pipeline.Tests.Checklists.BudgetPages;

/// <summary>None wrongly published, none wrongly accused: some hundred pages, what each gives and should give.</summary>
public class CommunePagesTests
{
    public static TheoryData<string, PageStatus> Pages { get; } =
    [
        .. CommunePages.Published.Keys.Select(page => (page, PageStatus.Published)),
        .. CommunePages.ForPeople.Keys.Select(page => (page, PageStatus.Unreadable)),
        .. DoubtfulPages.Proofs.Keys.Concat(DoubtfulPages.Lacks.Keys).Select(page => (page, PageStatus.Unreadable)),
        .. CommunePages.WithoutWords.Keys.Select(page => (page, PageStatus.WithoutWords)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_page_is_what_a_person_would_say(string page, PageStatus status)
    {
        var check = Read(Html(page, status));

        check.Status.ShouldBe(status, check.Evidence);
        check.Evidence.Contains("cần người xem", StringComparison.Ordinal).ShouldBe(status is PageStatus.Unreadable);
    }

    /// <summary>Sections follow a home page, and a removed article's address often leads there.</summary>
    [Theory]
    [InlineData("http://xa.test/", PageStatus.Unreadable)]
    [InlineData("http://xa.test/trang-chu", PageStatus.Unreadable)]
    [InlineData("http://xa.test/index.php", PageStatus.Unreadable)]
    [InlineData("http://xa.test/tim-kiem?q=ngan-sach", PageStatus.Unreadable)]
    [InlineData("http://xa.test/index.php?muc=ngan-sach", PageStatus.WithoutWords)]
    [InlineData("http://xa.test/ngan-sach", PageStatus.WithoutWords)]
    public void Nobody_is_accused_by_a_home_page(string address, PageStatus status) =>
        Read($"<title>UBND xã</title><h1>Giới thiệu</h1>{CommunePages.News}", address).Status.ShouldBe(status);

    /// <summary>As large as a page may be; a second is what one of hundreds may cost.</summary>
    [Theory]
    [InlineData("<tr><td>Công khai<td>", "<table>")]
    [InlineData("<div><a href=x>Công khai ngân sách</a>", "")]
    [InlineData("<li>a 2022<ul>", "")]
    [InlineData("công khai ", "")]
    [InlineData("ngân sách <a>công khai", "")]
    public void A_page_of_4_MB_is_read_within_seconds(string part, string before)
    {
        var page = before + string.Concat(Enumerable.Repeat(part, 3_000_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Read(page);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_page_nested_as_nobody_nests_is_for_people_and_costs_nothing() =>
        Read(string.Concat(Enumerable.Repeat("<div>", 500_000))).Status.ShouldBe(PageStatus.Unreadable);

    private static string Html(string page, PageStatus status) =>
        status switch
        {
            PageStatus.Published => CommunePages.Published[page],
            PageStatus.Unreadable => CommunePages.ForPeople.GetValueOrDefault(page)
                ?? DoubtfulPages.Proofs.GetValueOrDefault(page)
                ?? DoubtfulPages.Lacks[page],
            _ => CommunePages.WithoutWords[page],
        };

    private static PageCheck Read(string page, string address = "http://xa.test/ns")
    {
        var answer = new WebAnswer(200, new(address), Encoding.UTF8.GetBytes(page), "text/html", "utf-8");
        return PageReading.Of(address, new DateOnly(2022, 3, 1), 2022, "Xã Bình Minh", WebOutcome.Of(answer));
    }
}
