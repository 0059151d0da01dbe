using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Review;
using static CCHC.Pipeline.Tests.Notices.SomeReview;

namespace CCHC.Pipeline.Tests.Notices;

/// <summary>What a letter says of figures that were worked out by hand, whatever else it says.</summary>
public sealed class LetterFiguresTests
{
    [Fact]
    public void A_shortcoming_names_numerator_denominator_rate_target_source_period_and_gap()
    {
        var words = new WordPage(TenShort()).Words;
        foreach (
            var fact in new[]
            {
                "có 70 hồ sơ nộp trực tuyến trên tổng số 200 hồ sơ",
                "đạt 35,00 %, thấp hơn chỉ tiêu 40 % (căn cứ: chỉ tiêu giao năm 2022)",
                "từ ngày 15 tháng 12 năm 2021 đến ngày 14 tháng 3 năm 2022",
                "số liệu tính đến ngày 14 tháng 3 năm 2022",
                "cần có ít nhất 80 hồ sơ nộp trực tuyến, còn thiếu 10 hồ sơ",
                "trong thời hạn 15 ngày làm việc kể từ ngày ban hành công văn này",
            }
        )
            words.ShouldContain(fact);
    }

    [Fact]
    public void One_dossier_short_of_forty_percent_is_said_exactly_though_it_prints_as_forty()
    {
        var words = Words(Below("online", new Fraction(9_999, 25_000, 0), 40, 100));
        words.ShouldContain(
            "tỷ lệ chính xác là 9.999/25.000 (làm tròn đến hai chữ số thập phân là 40,00 %), thấp hơn chỉ tiêu 40 %"
        );
        words.ShouldContain("cần có ít nhất 10.000 hồ sơ nộp trực tuyến, còn thiếu 01 hồ sơ.");
        words.ShouldNotContain("đạt 40,00 %");
    }

    [Fact]
    public void A_maximum_passed_by_one_dossier_is_said_exactly_too()
    {
        var words = Words(Below("overdue-open", new Fraction(1_001, 20_018, 0), 5, 100));
        words.ShouldContain(
            "tỷ lệ chính xác là 1.001/20.018 (làm tròn đến hai chữ số thập phân là 5,00 %), cao hơn mức tối đa 5 %"
        );
        words.ShouldContain("Mức tối đa tương ứng với 1.000 hồ sơ đang giải quyết quá hạn, số thực tế vượt 01 hồ sơ.");
    }

    [Fact]
    public void Unknown_dossiers_are_counted_in_the_units_favour()
    {
        // 40 % of 210 is 84; 70 known and 10 unknown leave 4.
        var words = Words(Below("online", new Fraction(70, 200, 10), 40, 100));
        words.ShouldContain("Ngoài ra có 10 hồ sơ chưa xác định được hình thức nộp");
        words.ShouldContain("vẫn còn thiếu 04 hồ sơ để đạt chỉ tiêu");
    }

    [Fact]
    public void The_gap_is_the_least_number_that_turns_the_verdict()
    {
        foreach (var kpi in KpiCatalogue.All)
        foreach (
            var figure in new Fraction[] { new(0, 1, 0), new(1, 3, 0), new(2, 7, 3), new(66, 100, 0), new(199, 600, 1) }
        )
        foreach (var (a, b) in new[] { (40, 100), (2, 3), (1, 1), (0, 100), (1250, 10_000) })
        {
            var finding = Below(kpi.Id, figure, a, b);
            if (Verdicts.Of(figure, finding.Target, kpi.Better) is not Verdict.Below)
                continue;
            var gap = Shortfall.Of(finding).Dossiers;
            With(gap - 1).ShouldBe(Verdict.Below);
            With(gap).ShouldNotBe(Verdict.Below);

            Verdict With(int more)
            {
                var better = kpi.Better is Better.Higher ? figure.Num + more : figure.Num - more;
                return Verdicts.Of(figure with { Num = better }, finding.Target, kpi.Better);
            }
        }
    }

    [Fact]
    public void The_table_holds_the_frozen_counts()
    {
        var unit = TenShort() with { Figures = Figures(1200, 300, 880, 15) };
        var rows = NoticeText.Compose(unit, Authority.On(LastDay)).Body.OfType<FigureTable>().Single().Rows;
        rows.Select(row => row.Value)
            .ShouldBe([
                "1.200",
                "300",
                "880",
                "5",
                "15",
                "12",
                "1.192",
                "1.112",
                "77",
                "3",
                "20",
                "16",
                "4",
                "1.190",
                "9",
                "0",
            ]);
    }

    [Fact]
    public void A_target_that_is_no_whole_percentage_is_printed_as_a_fraction()
    {
        Words(Below("online", new Fraction(1, 3, 0), 2, 3)).ShouldContain("chỉ tiêu 2/3 (căn cứ");
        Words(Below("online", new Fraction(1, 300, 0), 1250, 10_000)).ShouldContain("chỉ tiêu 12,5 % (căn cứ");
    }

    [Fact]
    public void Every_kpi_can_be_spoken_of()
    {
        foreach (var kpi in KpiCatalogue.All)
        {
            var (below, unknown) = (new Fraction(1, 3, 0), new Fraction(1, 3, 9));
            Words(Below(kpi.Id, kpi.Better is Better.Higher ? below : new Fraction(3, 3, 0), 40, 100))
                .ShouldContain(kpi.Name);
            Words(Insufficient(kpi.Id, unknown, Insufficiency.Unknown)).ShouldContain(kpi.Name);
        }
    }

    private static string Words(Finding finding) => new WordPage(Of("Xã Long Thuận", Figures(), finding)).Words;
}
