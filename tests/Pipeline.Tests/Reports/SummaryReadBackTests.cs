using System.Globalization;
using CCHC.Pipeline.Kpis;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Storage;

namespace CCHC.Pipeline.Tests.Reports;

/// <summary>The summary report's figures, read back from the file and worked out anew from the frozen counts.</summary>
public sealed class SummaryReadBackTests
{
    private static readonly (string Name, int Target, Func<Tally, (int Num, int Den, int Unknown)> Of)[] Kpis =
    [
        (
            "Tỷ lệ giải quyết đúng hạn",
            95,
            t => (t[Count.Early] + t[Count.OnTime], t[Count.Early] + t[Count.OnTime] + t[Count.Overdue], 0)
        ),
        (
            "Tỷ lệ hồ sơ đang giải quyết quá hạn",
            5,
            t => (t[Count.OpenOverdue], t[Count.OpenInTime] + t[Count.OpenOverdue], 0)
        ),
        (
            "Tỷ lệ hồ sơ nộp trực tuyến",
            40,
            t =>
                (
                    t[Count.ReceivedOnline],
                    t[Count.ReceivedOnline] + t[Count.ReceivedInPerson] + t[Count.ReceivedPostal],
                    t[Count.ReceivedUnknownChannel]
                )
        ),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_and_charts_say_what_was_frozen(bool province)
    {
        var results = province ? WholeQuarters.Province() : WholeQuarters.HongNgu();
        var read = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(results)));
        read.ShouldBeValid();
        var perKpi = province ? 3 : 1;
        read.Charts.Count.ShouldBe(3 * perKpi);
        foreach (var (index, (name, target, of)) in Kpis.Index())
        {
            var table = read.TableUnder($"Bảng I.{index + 1}. {name}");
            table.Count.ShouldBe(results.Units.Count + 2);
            var bars = read.Charts.Skip(index * perKpi).Take(perKpi).SelectMany(chart => chart).ToList();
            bars.Count.ShouldBe(results.Units.Count);
            foreach (var (at, row) in table.Skip(1).SkipLast(1).Index())
            {
                var unit = results.Units.Single(unit => unit.Unit.Name == row[1]);
                var (num, den, unknown) = of(Tally.Sum(results.Fields[unit.Unit.Id].Select(field => field.Figures)));
                row[2..7].ShouldBe([N(num), N(den), N(unknown), Rate(num, den), $"{target} %"]);
                var before = unit
                    .Previous?.Findings.FirstOrDefault(f => results.Rankings[index].Kpi.Id == f.Id)
                    ?.Figure;
                row[9].ShouldBe(before is { } was ? Rate(was.Num, was.Den) : "–");
                row[10].ShouldBe(Signed(Points(row[5]) - Points(row[9])));
                bars[at].Name.ShouldBe(row[0] == "–" ? $"{row[1]} (*)" : row[1]);
                (bars[at].Met ?? bars[at].Below).ShouldBe(row[0] == "–" ? null : Points(row[5]));
                (bars[at].Met is not null).ShouldBe(row[11] == "Đạt");
                bars[at].Target.ShouldBe(target);
            }
            var all = results.Fields.Values.SelectMany(f => f).Select(f => of(f.Figures)).ToList();
            var (n, d) = (all.Sum(x => x.Num), all.Sum(x => x.Den));
            table[^1][2..6].ShouldBe([N(n), N(d), N(all.Sum(x => x.Unknown)), Rate(n, d)]);
        }
    }

    [Fact]
    public void Ranks_follow_the_rates_and_the_verdicts()
    {
        var read = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(WholeQuarters.Province())));
        foreach (var (index, (name, _, _)) in Kpis.Index())
        {
            var ranked = read.TableUnder($"Bảng I.{index + 1}. {name}")
                .Skip(1)
                .SkipLast(1)
                .Where(row => row[0] != "–")
                .ToList();
            var exact = ranked
                .Select(row =>
                    decimal.Parse(row[2], CultureInfo.InvariantCulture)
                    / decimal.Parse(row[3], CultureInfo.InvariantCulture)
                )
                .ToList();
            var best = index == 1 ? exact.Order().ToList() : [.. exact.OrderDescending()];
            exact.ShouldBe(best);
            ranked
                .Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))
                .ShouldBe(exact.Select(rate => 1 + best.IndexOf(rate)));
            foreach (var row in ranked)
                row[8].StartsWith('−').ShouldBe(row[11] == "Chưa đạt", string.Join(' ', row));
        }
    }

    [Fact]
    public void The_coverage_of_every_unit_is_told_with_its_missing_days()
    {
        var rows = new ReadDocument(LetterDocx.Write(SummaryReport.Compose(WholeQuarters.HongNgu()))).TableWith(
            "Các ngày thiếu"
        );
        rows[4]
            .ShouldBe(["4", "Xã Thường Phước 2", "60", "48", "12", "14/03/2022", "Tháng 02 năm 2022: các ngày 07–18"]);
        rows[8][6].ShouldBe("Tháng 01 năm 2022: ngày 05; tháng 3 năm 2022: ngày 01");
        rows[10].ShouldBe(["10", "Xã Phú Thuận B", "60", "0", "60", "Chưa có", "Tất cả các ngày làm việc trong kỳ"]);
    }

    [Fact]
    public void The_same_quarter_gives_the_same_bytes()
    {
        var (once, again) = (Documents(), Documents());
        once.Select(document => document.Path).ShouldBe(again.Select(document => document.Path));
        foreach (var (first, second) in once.Zip(again))
            second.Content.ShouldBe(first.Content, first.Path);

        static IReadOnlyList<Document> Documents() =>
            QuarterDocuments.Of(WholeQuarters.HongNgu(), new ReportSettings());
    }

    private static string N(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Rate(int num, int den) =>
        den == 0
            ? "–"
            : $"{Math.Round(100m * num / den, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',')} %";

    private static decimal? Points(string rate) =>
        rate == "–" ? null : decimal.Parse(rate.Replace(" %", "").Replace(',', '.'), CultureInfo.InvariantCulture);

    private static string Signed(decimal? points) =>
        points switch
        {
            null => "–",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"−{-points:0.00}").Replace('.', ','),
            0 => "0,00",
            _ => string.Create(CultureInfo.InvariantCulture, $"+{points:0.00}").Replace('.', ','),
        };
}
