using System.Globalization;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using static CCHC.Pipeline.Tests.Reports.SomeQuarter;
using static CCHC.Pipeline.Tests.Reports.SomeServices;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>What is told besides targets: handling, online by service level, public post (domain.md §1, S2, S4, S10).</summary>
public sealed class OtherKpiTests
{
    private const string Nothing = "–";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_table_says_what_was_frozen(bool province)
    {
        var results = province ? WholeQuarters.Province() : WholeQuarters.HongNgu();
        var table = Table(results, number: 4);
        table.Count.ShouldBe(results.Units.Count + 2);
        table.Skip(1).SkipLast(1).Select(row => row[0]).ShouldBe(results.Units.Select(unit => unit.Unit.Name));
        foreach (var (unit, row) in results.Units.Zip(table.Skip(1)))
        {
            Compare(row, [.. results.Fields[unit.Unit.Id].Select(field => field.Figures)]);
            var withoutChannel = Whole(row[10]) > 0;
            (row[7] == Nothing).ShouldBe(withoutChannel || row[6] == "0 / 0", string.Join(' ', row));
            if (!withoutChannel)
                (row[7], row[9]).ShouldBe((Rate(row[6]), Rate(row[8])));
        }
        table[^1][0].ShouldBe("Toàn huyện");
        Compare(table[^1], [.. results.Fields.Values.SelectMany(fields => fields).Select(field => field.Figures)]);
    }

    // Of 100 at level 4 between 40 and 60 came online; of 10 at level 3 at most 10, though 20 are unknown in all.
    [Fact]
    public void Dossiers_of_an_unknown_channel_make_a_level_s_rate_a_span()
    {
        var row = Table(new SomeQuarter().With("Xã A", ByLevel((40, 100), (5, 10), unknown: 20)).Results())[1];
        row[6..11].ShouldBe(["40 / 100", "40,00 – 60,00", "5 / 10", "50,00 – 100,00", "20"]);
    }

    // By hand: 20 of 60 to 40 of 60 in A, exactly 30 of 40 in B; together 50 to 70 of 100.
    [Fact]
    public void The_area_s_span_is_the_sum_of_its_units()
    {
        var results = new SomeQuarter()
            .With("Xã A", ByLevel((20, 60), (0, 0), unknown: 20))
            .With("Xã B", ByLevel((30, 40), (0, 0), unknown: 0))
            .Results();
        Table(results)[^1][6..11].ShouldBe(["50 / 100", "50,00 – 70,00", "0 / 0", "–", "20"]);
        var words = Words(results);
        words.ShouldContain(
            "Toàn huyện có 50 hồ sơ đã xác định được là nộp trực tuyến trên tổng số 100 hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến mức độ 4 (toàn trình), tỷ lệ trong khoảng từ 50,00 % đến 70,00 %."
        );
        words.ShouldContain(
            "Trong số hồ sơ mức độ 3 và mức độ 4 nêu trên có 20 hồ sơ chưa xác định được hình thức nộp"
        );
        words.ShouldContain(
            "Toàn huyện chưa ghi nhận hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến mức độ 3 (một phần)."
        );
    }

    [Fact]
    public void A_level_whose_channels_are_all_unknown_has_no_rate()
    {
        var results = new SomeQuarter().With("Xã A", ByLevel((0, 30), (0, 20), unknown: 50)).Results();
        Table(results)[1][6..11].ShouldBe(["0 / 30", "–", "0 / 20", "–", "50"]);
        Words(results)
            .ShouldContain(
                "Toàn huyện có 30 hồ sơ tiếp nhận trong kỳ thuộc dịch vụ công trực tuyến mức độ 4 (toàn trình); chưa đủ dữ liệu về hình thức nộp để tính tỷ lệ nộp trực tuyến."
            );
    }

    [Fact]
    public void A_known_rate_is_told_exactly_and_a_known_nothing_is_0_percent()
    {
        var results = new SomeQuarter().With("Xã A", ByLevel((1, 3), (0, 4), unknown: 0)).Results();
        Table(results)[1][6..11].ShouldBe(["1 / 3", "33,33", "0 / 4", "0,00", "0"]);
        Words(results).ShouldNotContain("hình thức nộp; số này");
    }

    [Fact]
    public void A_quarter_in_which_nothing_was_finished_or_returned_says_so()
    {
        var words = Words(new SomeQuarter().With("Xã A", [Field("ho-tich", "Hộ tịch", 5, 0, openInTime: 5)]).Results());
        words.ShouldContain("Toàn huyện chưa ghi nhận hồ sơ đã giải quyết trong kỳ.");
        words.ShouldContain("Toàn huyện chưa ghi nhận hồ sơ đã trả kết quả trong kỳ.");
        words.ShouldContain(
            "Có 05 hồ sơ tiếp nhận trong kỳ chưa xác định được mức độ dịch vụ công trực tuyến, không tính vào tỷ lệ của mức độ nào."
        );
    }

    // 3 of the 12 whose channel of return is known.
    [Fact]
    public void Results_returned_by_public_post_leave_the_unknown_out()
    {
        var results = new SomeQuarter().With("Xã A", OnlyReturned(3, all: 20, unknown: 8)).Results();
        Table(results)[1][12..].ShouldBe(["3 / 12", "25,00", "8"]);
        Words(results)
            .ShouldContain(
                "Toàn huyện có 03 hồ sơ trả kết quả qua dịch vụ bưu chính công ích trên tổng số 12 hồ sơ đã trả kết quả trong kỳ (đã xác định được hình thức trả kết quả), tỷ lệ 25,00 %. Ngoài ra có 08 hồ sơ chưa xác định được hình thức trả kết quả, không tính vào tỷ lệ."
            );
    }

    [Theory]
    [InlineData("on-time", "- Toàn huyện có 10 hồ sơ giải quyết trước hạn và đúng hạn")]
    [InlineData("overdue-open", "- Toàn huyện chưa ghi nhận hồ sơ đang giải quyết.")]
    [InlineData("postal-return", "- Toàn huyện chưa ghi nhận hồ sơ đã trả kết quả trong kỳ.")]
    public void What_has_a_target_is_not_told_twice(string kpi, string sentence)
    {
        Words(With("online")).ShouldContain(sentence);
        Words(With(kpi)).ShouldNotContain(sentence);

        static QuarterResults With(string kpi) =>
            new SomeQuarter { Targets = [Target(kpi, 40, 100)] }
                .With("Xã A", Online(5, 10))
                .Results();
    }

    [Fact]
    public void Without_any_target_it_is_the_first_table()
    {
        var results = new SomeQuarter { Targets = [] }
            .With("Xã A", Online(1, 2))
            .Results();
        Table(results, number: 1).Count.ShouldBe(3);
        Words(results).ShouldContain("Chi tiết từng đơn vị tại Bảng I.1, Phụ lục I.");
    }

    private static void Compare(string[] row, IReadOnlyList<Tally> fields)
    {
        row[1].ShouldBe(Of([Count.Early, Count.OnTime], [Count.Early, Count.OnTime, Count.Overdue]));
        row[3].ShouldBe(Of([Count.OpenOverdue], [Count.OpenInTime, Count.OpenOverdue]));
        row[5].ShouldBe(N(Sum(Count.FinishedUnknownDue, Count.OpenUnknownDue)));
        row[6].ShouldBe(Of([Count.ReceivedOnlineLevel4], [Count.ReceivedLevel4]));
        row[8].ShouldBe(Of([Count.ReceivedOnlineLevel3], [Count.ReceivedLevel3]));
        row[10].ShouldBe(N(Sum(Count.ReceivedEligibleUnknownChannel)));
        row[11]
            .ShouldBe(N(Sum(Count.Received) - Sum(Count.ReceivedLevel4, Count.ReceivedLevel3, Count.ReceivedLevel2)));
        row[12]
            .ShouldBe($"{N(Sum(Count.ReturnedPostal))} / {N(Sum(Count.Returned) - Sum(Count.ReturnedUnknownChannel))}");
        row[14].ShouldBe(N(Sum(Count.ReturnedUnknownChannel)));
        (row[2], row[4], row[13]).ShouldBe((Rate(row[1]), Rate(row[3]), Rate(row[12])));

        string Of(Count[] num, Count[] den) => $"{N(Sum(num))} / {N(Sum(den))}";
        int Sum(params Count[] counts) => fields.Sum(tally => counts.Sum(count => tally[count]));
    }

    private static ReadDocument Read(QuarterResults results) => new(LetterDocx.Write(SummaryReport.Compose(results)));

    private static string Words(QuarterResults results) => Read(results).Words;

    private static IReadOnlyList<string[]> Table(QuarterResults results, int number = 2) =>
        Read(results).TableUnder($"Bảng I.{number}. Các chỉ số khác theo đơn vị");

    private static string N(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static int Whole(string cell) => int.Parse(cell.Replace(".", ""), CultureInfo.InvariantCulture);

    private static string Rate(string cell)
    {
        var parts = cell.Split(" / ").Select(Whole).ToList();
        return parts[1] == 0
            ? Nothing
            : Math.Round(100m * parts[0] / parts[1], 2, MidpointRounding.AwayFromZero)
                .ToString("0.00", CultureInfo.InvariantCulture)
                .Replace('.', ',');
    }
}
