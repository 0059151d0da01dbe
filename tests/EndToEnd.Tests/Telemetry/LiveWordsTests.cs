using CCHC.Cli.Serving.Live;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>What staff see while the app serves.</summary>
public sealed class LiveWordsTests
{
    [Fact]
    public void What_was_measured_is_told_in_the_order_of_the_flow()
    {
        var counts = new Dictionary<(string, string), long>
        {
            [("cchc.exports", "accepted")] = 11,
            [("cchc.exports", "refused")] = 1,
            [("cchc.rows", "accepted")] = 2345,
            [("cchc.reviews", "")] = 1,
            [("cchc.notices", "corrective")] = 4,
            [("cchc.mails", "sent")] = 3,
        };
        var readings = new Dictionary<(string, string), long>
        {
            [("cchc.exports.waiting", "")] = 2,
            [("cchc.exports.oldest_age", "")] = 4000,
            [("cchc.units.late", "")] = 5,
            [("cchc.reviews.overdue", "")] = 0,
            [("cchc.outbox", "failed")] = 1,
            [("cchc.outbox", "pending")] = 0,
            [("cchc.poison", "notices")] = 1,
        };
        var last = new LiveEvent("cchc.exports", "refused", VietnamTime.StartOf(new(2022, 3, 17)).AddHours(8));

        LiveWords
            .Of(new(counts, readings, last))
            .Select(part => $"{part.Heading}: {part.Text}")
            .ShouldBe([
                "Đã nạp: 12 tệp (11 đã nhận, 1 bị từ chối)",
                "Dòng: 2.345 nhận, 0 từ chối",
                "Đang chờ: 2 tệp, lâu nhất 1 giờ",
                "Đơn vị chậm: 5 đơn vị",
                "Đánh giá: 1 kỳ đã xong; 0 kỳ quá ngày",
                "Văn bản: 4 (4 công văn chấn chỉnh)",
                "Thư: 3 lần gửi (3 đã gửi); hộp thư đi còn 1 (1 không gửi được)",
                "Phải xử lý tay: 1 việc (1 công văn)",
                "Gần nhất: 08:00:00 17/03 nạp một tệp: bị từ chối",
            ]);
    }

    [Fact]
    public void What_no_timer_has_looked_at_is_not_said_to_be_nothing()
    {
        var seen = new LiveSnapshot(
            new Dictionary<(string, string), long>(),
            new Dictionary<(string, string), long>(),
            null
        );

        LiveWords.Line(seen).ShouldContain("Đang chờ: chưa xem | Đơn vị chậm: chưa xem");
        LiveWords.Line(seen).ShouldEndWith("Gần nhất: chưa có gì");
    }

    [Fact]
    public void Figures_come_from_this_process_alone()
    {
        var clock = new FakeTimeProvider(new(2022, 3, 17, 1, 0, 0, TimeSpan.Zero));
        using var figures = new LiveFigures(clock);
        using var instruments = new Instruments(clock);
        var before = figures.Look().Sum("cchc.notices");

        instruments.Notices.Add(7_000_000, MetricTags.Kind("reports"));

        // Other tests of this process may write a few letters meanwhile.
        (figures.Look().Sum("cchc.notices") - before).ShouldBeInRange(7_000_000, 7_100_000);
    }
}
