using System.Text.RegularExpressions;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Reports;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

public sealed partial class NewsTests
{
    [Fact]
    public void No_unit_is_named_unless_that_is_wanted()
    {
        var results = WholeQuarters.HongNgu();
        var (silent, naming) = (Text(results, false), Text(results, true));
        foreach (var unit in results.Units)
            silent.ShouldNotContain(unit.Unit.Name, Case.Insensitive);
        naming.ShouldContain("chưa trang bị đủ máy vi tính, gồm xã Long Khánh A.");
        silent.ShouldContain("Có 01/10 xã, thị trấn chưa trang bị đủ máy vi tính.");
    }

    [Fact]
    public void Its_figures_are_the_whole_districts()
    {
        var results = WholeQuarters.HongNgu();
        var tallies = results.Fields.Values.SelectMany(fields => fields).Select(field => field.Figures).ToList();
        var (online, known) = (
            Sum(Count.ReceivedOnline),
            Sum(Count.ReceivedOnline, Count.ReceivedInPerson, Count.ReceivedPostal)
        );
        var text = Text(results, false);
        text.ShouldContain(
            $"Toàn huyện có {N(online)} hồ sơ nộp trực tuyến trên tổng số {N(known)} hồ sơ tiếp nhận trong kỳ (đã xác định được hình thức nộp), tỷ lệ {Rate(online, known)}."
        );
        text.ShouldContain(
            $"quá hạn {N(Sum(Count.Overdue))}; đang giải quyết {N(Sum(Count.OpenInTime, Count.OpenOverdue))} hồ sơ"
        );

        int Sum(params Count[] counts) => tallies.Sum(tally => counts.Sum(count => tally[count]));
    }

    [Fact]
    public void Figures_without_a_target_are_told_in_the_report_s_words()
    {
        var figures = SomeServices.ByLevel((1, 4), (0, 0), unknown: 0);
        Text(new SomeQuarter().With("Xã A", figures).Results(), false)
            .ShouldContain(
                "Toàn huyện có 01 hồ sơ nộp trực tuyến trên tổng số 04 hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến mức độ 4 (toàn trình), tỷ lệ 25,00 %."
            );
    }

    [Fact]
    public void Late_is_not_told_as_missing() =>
        Text(WholeQuarters.HongNgu(), false)
            .ShouldContain(
                "Có 02/10 xã, thị trấn thực hiện chậm nội dung “Ban hành kế hoạch cải cách hành chính năm 2022”."
            );

    [Fact]
    public void Page_and_text_say_the_same_and_that_they_are_a_draft()
    {
        var article = NewsArticle.Compose(WholeQuarters.HongNgu(), nameUnits: true);
        var (html, text) = (NewsFormats.Html(article), NewsFormats.Text(article));
        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..];
        Squeeze(System.Net.WebUtility.HtmlDecode(Tag().Replace(body, "\n")))
            .ShouldBe(Squeeze(text), StringCompareShould.IgnoreCase);
        text.ShouldStartWith("BẢN DỰ THẢO TIN");
        foreach (var outside in new[] { "<script", "http:", "https:", "<link", "<img", "url(", "src=" })
            html.ShouldNotContain(outside);
    }

    [Fact]
    public void A_hostile_name_stays_text() =>
        NewsFormats
            .Html(NewsArticle.Compose(new SomeQuarter().With("Xã <script>", Online(1, 10)).Results(), nameUnits: true))
            .ShouldContain("xã &lt;script&gt;");

    [Fact]
    public void A_quarter_without_faults_is_not_told_as_corrected()
    {
        var article = NewsArticle.Compose(new SomeQuarter().With("Xã A", Online(9, 10)).Results(), nameUnits: false);
        article.Headline.ShouldBe("Huyện Hồng Ngự: Kết quả kiểm tra công tác cải cách hành chính quý I năm 2022");
        string.Join(' ', article.Parts.SelectMany(part => part.Paragraphs)).ShouldNotContain("còn hạn chế");
    }

    [Fact]
    public void The_main_case_reads_as_approved() =>
        Text(WholeQuarters.HongNgu(), nameUnits: false)
            .ShouldMatchApproved(options =>
                options
                    .SubFolder("Approved")
                    .NoDiff()
                    .WithFilenameGenerator((_, _, type, extension) => $"news.{type}.{extension}")
            );

    private static string Text(QuarterResults results, bool nameUnits) =>
        NewsFormats.Text(NewsArticle.Compose(results, nameUnits));

    private static string N(int number) =>
        number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Rate(int num, int den) =>
        Math.Round(100m * num / den, 2, MidpointRounding.AwayFromZero)
            .ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
            .Replace('.', ',') + " %";

    private static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
