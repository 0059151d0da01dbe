using System.Globalization;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Tests.Web;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>
/// Tết of 2022 was from 29 January to 6 February. A source is out for ten working days around it, each day in another
/// way; a unit whose export is always broken and another source stand beside it.
/// </summary>
public sealed class OutageOverTetTests(OutwardStore store) : IClassFixture<OutwardStore>
{
    private const string Broken = "29980";
    private static readonly string[] Units = [Broken, "29956", "29977", "29962"];
    private static readonly DateOnly First = new(2022, 1, 17);
    private static readonly DateOnly Out = new(2022, 1, 21);
    private static readonly DateOnly Back = new(2022, 2, 11);
    private static readonly DateOnly Last = new(2022, 2, 14);
    private DateOnly today;

    [Fact]
    public async Task Every_day_comes_in_the_end_and_nobody_else_is_held_up()
    {
        await using var sick = new RoughServer(Answer);
        await using var sound = new RoughServer(Export);
        await store
            .Get<StaffSetting<PullSources>>()
            .WriteAsync($"[{Source("ngheo", Units, sick)}, {Source("khoe", ["29983"], sound)}]", default);
        for (today = First; today <= Last; today = today.AddDays(1))
        {
            store.SetDay(today);
            await store.Get<PullExports>().PullAsync(default);
            await store.Get<SweepExports>().SweepAsync(default);
            if (today == Back.AddDays(-1))
                await OwesTenDaysAsync();
        }

        foreach (var unit in Units.Skip(1))
            (await HadAsync(unit, "ngheo")).ShouldBe(WorkingDays(First, Last), unit);
        (await HadAsync("29983", "khoe")).ShouldBe(WorkingDays(First, Last));
        var gaps = await store.Get<HealthCheck>().PullsAsync(default);
        // What is never filled is told as long as it isn't.
        gaps.ShouldHaveSingleItem()
            .ShouldBe(
                "Nguồn 'ngheo' còn thiếu số liệu 17 ngày, 1 đơn vị, từ 14/01/2022 đến 14/02/2022. Xem: cchc sources list"
            );
    }

    [Fact]
    public async Task A_day_whose_file_was_refused_is_asked_for_until_its_receipt_accepts_one()
    {
        var isMended = false;
        await using var server = new RoughServer(r =>
            isMended || r.Path.EndsWith("03-08", StringComparison.Ordinal)
                ? Export(r)
                // Read, and not one row of it is taken in.
                : RoughReply.Of(200, r.Path.EndsWith("03-07", StringComparison.Ordinal) ? BadRows : "a;b;c\r\n1;2;3")
        );
        var sources =
            $"[{Source("tra-lai", ["29971"], server).Replace("\"daysBack\": 3", "\"daysBack\": 0", StringComparison.Ordinal)}]";
        foreach (var day in (DateOnly[])[new(2022, 3, 7), new(2022, 3, 8), new(2022, 3, 9), new(2022, 3, 10)])
        {
            isMended = day.Day > 9;
            store.SetDay(day);
            await store.PullAsync(sources);
            await store.Get<SweepExports>().SweepAsync(default);
            (await store.Get<HealthCheck>().PullsAsync(default)).Count.ShouldBe(day.Day < 10 ? 1 : 0, $"{day}");
        }

        store.SetDay(new(2022, 3, 11));
        await store.PullAsync(sources);
        await store.Get<SweepExports>().SweepAsync(default);
        (await store.Get<HealthCheck>().PullsAsync(default)).ShouldBeEmpty();
        var path = Paths.Receipt("29971", "tra-lai_2022-03-07 (2).csv");
        (await store.Get<ReceiptStore>().FindAsync(path, default))!.Value.Receipt.Outcome.ShouldBe(Outcome.Accepted);
    }

    private static string BadRows =>
        Desk.Header
        + "\r\n"
        + Desk.Line(new(2022, 3, 7), 1, "Trực tuyến").Replace("07/03/2022", "31/02/2022", StringComparison.Ordinal);

    private async Task OwesTenDaysAsync()
    {
        var source = (await store.Get<StaffSetting<PullSources>>().GetAsync(default)).All[0];
        var gaps = await store.Get<PullGaps>().OfAsync(source, default);
        gaps["29956"].ShouldBe(WorkingDays(Out, Back.AddDays(-1)));
        (await store.Get<HealthCheck>().ColourAsync(default)).ShouldBe(HealthColour.Yellow);
    }

    private async Task<IReadOnlyList<DateOnly>> HadAsync(string unit, string source)
    {
        var had = new List<DateOnly>();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{source}_{day:yyyy-MM-dd}.csv");
            var found = await store.Get<ReceiptStore>().FindAsync(Paths.Receipt(unit, file), default);
            if (found is var (receipt, _) && receipt.Outcome is Outcome.Accepted)
                had.Add(day);
        }
        return had;
    }

    private RoughReply Answer(RoughRequest request)
    {
        var unit = request.Path.Split('/')[1];
        if (today < Out || today >= Back)
            return unit == Broken ? RoughReply.Of(500) : Export(request);
        return (today.DayNumber % 6) switch
        {
            0 => RoughReply.Of(503),
            1 => RoughReply.Of(200, "{\"error\": \"session expired\"}", "Content-Type: text/csv"),
            2 => RoughReply.Of(200, "Phiên làm việc đã hết hạn."),
            3 => RoughReply.Html("<form>Đăng nhập <input type=password></form>"),
            4 => RoughReply.Of(200, "…", "Content-Length: 900"),
            _ => RoughReply.Of(401),
        };
    }

    private static RoughReply Export(RoughRequest request)
    {
        var day = DateOnly.ParseExact(request.Path.Split('/')[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return RoughReply.Of(200, Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), "Content-Type: text/csv");
    }

    private static List<DateOnly> WorkingDays(DateOnly from, DateOnly to) =>
        [
            .. Enumerable
                .Range(0, to.DayNumber - from.DayNumber + 1)
                .Select(from.AddDays)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                // domain.md §6: the days off for Tết.
                .Where(day => day < new DateOnly(2022, 1, 31) || day > new DateOnly(2022, 2, 4)),
        ];

    private static string Source(string id, string[] units, RoughServer server) =>
        $$"""
            {"id": "{{id}}", "units": ["{{string.Join("\", \"", units)}}"], "daysBack": 3,
              "address": "http://127.0.0.1:{{server.Port}}/{unit}/{date}"}
            """;
}
