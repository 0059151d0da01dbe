using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>Exports without a due column: nobody can say what was on time, and every document that shows it says so.</summary>
public sealed class UnknownDueTests
{
    // 60 received and finished, 12 of them without any due column, 9 on an inferred day; 4 open, 3 without.
    private static QuarterResults Results()
    {
        var field = Field("ho-tich", "Hộ tịch", 64, 20, early: 11, openInTime: 4);
        field.Figures[Count.FinishedUnknownDue] = 12;
        field.Figures[Count.OpenUnknownDue] = 3;
        field.Figures[Count.FinishedInferred] = 9;
        return new SomeQuarter().With("Xã Long Thuận", [field]).Results();
    }

    [Fact]
    public void The_rate_leaves_them_out_and_the_summary_says_how_many()
    {
        var read = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(Results())));

        read.Words.ShouldContain(
            "Toàn huyện có 48 hồ sơ giải quyết trước hạn và đúng hạn trên tổng số 48 hồ sơ đã giải quyết trong kỳ "
                + "(đã xác định được hạn trả kết quả), tỷ lệ 100,00 %. Ngoài ra có 12 hồ sơ chưa xác định được hạn trả kết quả"
        );
        var row = read.TableUnder("Bảng I.2. Các chỉ số khác theo đơn vị")[1];
        (row[1], row[5]).ShouldBe(("48 / 48", "15"));
    }

    [Fact]
    public void Form_06_says_it_in_its_note()
    {
        var notes = new ReadBook(Form06.Write(Results())).Cells("Tổng hợp").Values;
        notes.ShouldContain(text => text.Contains("Cột (9) và (12) có 15 hồ sơ chưa xác định được hạn trả"));
        notes.ShouldContain(text => text.Contains("Cột (7) có 09 hồ sơ không có ngày giải quyết xong"));
    }

    [Fact]
    public void The_figures_have_lines_of_them_only_where_there_are_any()
    {
        var words = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(Results()))).Words;
        words.ShouldContain("Trong số đúng hạn: chưa xác định được hạn trả");
        words.ShouldContain("Trong số trong hạn: chưa xác định được hạn trả");
        words.ShouldContain("Ngày giải quyết xong suy từ ngày của tệp số liệu");
        var without = new SomeQuarter().With("Xã Long Thuận", Online(5, 10)).Results();
        new ReadDocument(LetterDocx.Write(SummaryReport.Compose(without))).Words.ShouldNotContain(
            "đúng hạn: chưa xác định được"
        );
    }

    [Fact]
    public void The_news_does_not_call_them_on_time_without_a_word() =>
        NewsFormats
            .Text(NewsArticle.Compose(Results(), nameUnits: false))
            .ShouldContain("đúng hạn 49 (có 12 hồ sơ chưa xác định được hạn trả)");
}
