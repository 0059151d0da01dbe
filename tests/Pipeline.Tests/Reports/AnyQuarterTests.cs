using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Quarters in which something is missing altogether.</summary>
public sealed class AnyQuarterTests
{
    private static readonly Coverage Nothing = new(null, 60, [new DateOnly(2022, 1, 5)]);

    public static TheoryData<string> Quarters =>
        ["no dossiers", "no targets", "all met", "all below", "all insufficient", "one unit"];

    [Theory]
    [MemberData(nameof(Quarters))]
    public void Every_document_can_be_written_and_is_valid(string name)
    {
        foreach (var document in QuarterDocuments.Of(Quarter(name), new ReportSettings { NameUnitsInNews = true }))
        {
            document.Content.ShouldNotBeEmpty();
            if (document.Path.EndsWith(".docx", StringComparison.Ordinal))
                new ReadDocument(document.Content).ShouldBeValid();
            if (document.Path.EndsWith(".xlsx", StringComparison.Ordinal))
                new ReadBook(document.Content).ShouldBeValid();
        }
    }

    [Theory]
    [InlineData("no dossiers", "Trong kỳ chưa ghi nhận hồ sơ thủ tục hành chính nào.")]
    [InlineData("no dossiers", "Toàn huyện chưa ghi nhận hồ sơ tiếp nhận trong kỳ.")]
    [InlineData("no dossiers", "chưa có số liệu của đơn vị nào")]
    [InlineData("no targets", "Trong kỳ chưa có chỉ tiêu nào được giao cho các đơn vị.")]
    [InlineData("no targets", "Chưa có chỉ tiêu, tiêu chí nào được đánh giá: 02 đơn vị")]
    [InlineData("no targets", "chưa có bảng kiểm tra của kỳ này")]
    [InlineData("no targets", "Chưa có kết quả kiểm tra, đánh giá của quý trước liền kề để so sánh.")]
    [InlineData("all met", "Đề nghị biểu dương 02 xã đạt tất cả các nội dung")]
    [InlineData("all met", "Có 02/02 xã đạt chỉ tiêu; 0/02 xã chưa đạt; 0/02 xã không đủ dữ liệu để đánh giá.")]
    [InlineData("all below", "Ban hành công văn chấn chỉnh đối với 02 xã")]
    [InlineData("all insufficient", "Ban hành công văn đề nghị 02 xã bổ sung dữ liệu trong thời hạn 05 ngày làm việc")]
    [InlineData("all insufficient", "chưa có đơn vị nào đạt tất cả các nội dung")]
    public void The_report_says_what_there_is(string name, string words) =>
        new ReadDocument(LetterDocx.Write(SummaryReport.Compose(Quarter(name)))).Words.ShouldContain(words);

    [Fact]
    public void Data_up_to_the_last_working_day_are_whole_though_the_period_ends_on_a_day_off()
    {
        var friday = Q1.To.AddDays(-3);
        var quarter = new SomeQuarter()
            .With("Xã A", Online(1, 2), new Coverage(friday, 60, []))
            .With("Xã B", Online(1, 2), new Coverage(friday, 60, []))
            .Results() with
        {
            LastWorkingDay = friday,
        };

        var words = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(quarter))).Words;

        words.ShouldContain("số liệu tính đến ngày 11 tháng 3 năm 2022) như sau:");
        words.ShouldNotContain("ngày sớm hơn");
    }

    [Fact]
    public void What_nobody_did_is_not_ordered()
    {
        var words = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(Quarter("all met")))).Words;
        words.ShouldNotContain("Ban hành công văn");
        words.ShouldNotContain("đã quá thời hạn");
        words.ShouldNotContain("cơ quan chuyên môn");
    }

    private static QuarterResults Quarter(string name) =>
        name switch
        {
            "no dossiers" => Two([], [], Nothing),
            "no targets" => new SomeQuarter { Targets = [] }
                .With("Xã A", Online(1, 2))
                .With("Xã B", Online(2, 2))
                .Results(),
            "all met" => Two(Online(9, 10), Online(8, 10)),
            "all below" => Two(Online(1, 10), Online(2, 10)),
            "all insufficient" => Two(
                Online(0, 10, unknown: 10),
                Online(5, 10),
                new Coverage(new DateOnly(2022, 1, 5), 60, [])
            ),
            "one unit" => new SomeQuarter().With("Xã A", Online(1, 2)).Results(),
            _ => throw new ArgumentException("No quarter.", nameof(name)),
        };

    private static QuarterResults Two(FieldFigures[] a, FieldFigures[] b, Coverage? coverage = null) =>
        new SomeQuarter().With("Xã A", a, coverage).With("Xã B", b, coverage).Results();
}
