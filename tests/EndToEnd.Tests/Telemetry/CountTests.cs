using Azure.Data.Tables;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.Pipeline.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Telemetry;

/// <summary>What a collector is told: how much came, what became of it, what waits.</summary>
public sealed class CountTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly DateOnly Day = new(2022, 3, 7);

    [Fact]
    public async Task An_upload_counts_once_however_often_it_is_delivered()
    {
        var unit = await workshop.NewUnitAsync();
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow());
        using var heard = new HeardMetrics(pipeline.GetRequiredService<Instruments>());
        var faulty = Desk.Line(Day, 9, "Trực tuyến").Replace("07/03/2022", "31/02/2022", StringComparison.Ordinal);
        await PutAsync(unit, Desk.File(Day), Desk.Csv(Desk.Line(Day, 1, "Trực tuyến"), Desk.Line(Day, 2, ""), faulty));
        await PutAsync(unit, Desk.File(Day.AddDays(-1)), "không phải bảng"u8.ToArray());

        foreach (var time in (int[])[1, 2, 3])
        {
            await pipeline.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{Desk.File(Day)}", default);
            await pipeline
                .GetRequiredService<TakeInExports>()
                .TakeInAsync($"{unit}/{Desk.File(Day.AddDays(-1))}", default);
            heard
                .Sums("cchc.exports", "cchc.rows", "cchc.faults")
                .ShouldBe(
                    [
                        "cchc.exports partly 1",
                        "cchc.exports quarantined 1",
                        "cchc.faults column-missing 1",
                        "cchc.faults date-bad 1",
                        "cchc.rows accepted 2",
                        "cchc.rows refused 1",
                    ],
                    $"delivered {time} times"
                );
            heard.Times("cchc.take_in.duration").ShouldBe(2 * time, "every take-in takes its time");
        }
    }

    [Fact]
    public async Task A_sweep_says_what_waits_before_it_and_after_it()
    {
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow().AddHours(2));
        using var heard = new HeardMetrics(pipeline.GetRequiredService<Instruments>());
        var sweep = pipeline.GetRequiredService<SweepExports>();
        await sweep.SweepAsync(DateTimeOffset.MinValue, default);
        heard
            .Look("cchc.exports.waiting", "cchc.exports.oldest_age")
            .ShouldBe(["cchc.exports.oldest_age 0", "cchc.exports.waiting 0"]);
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, Desk.File(Day), Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")));
        await PutAsync(unit, Desk.File(Day.AddDays(1)), Desk.Csv(Desk.Line(Day, 2, "Trực tuyến")));

        // Too old for this sweep, so they still wait after it; in two hours from now they are two hours old.
        await sweep.SweepAsync(DateTimeOffset.MaxValue, default);
        heard.Look("cchc.exports.waiting").ShouldBe(["cchc.exports.waiting 2"]);
        heard
            .Look("cchc.exports.oldest_age")
            .ShouldHaveSingleItem()
            .ShouldMatch("^cchc.exports.oldest_age (7[12][0-9]{2})$");

        await sweep.SweepAsync(DateTimeOffset.MinValue, default);
        heard
            .Look("cchc.exports.waiting", "cchc.exports.oldest_age")
            .ShouldBe(["cchc.exports.oldest_age 0", "cchc.exports.waiting 0"]);
    }

    [Fact]
    public async Task A_sweep_says_what_was_given_up_until_it_is_put_right()
    {
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow());
        using var heard = new HeardMetrics(pipeline.GetRequiredService<Instruments>());
        var marks = pipeline.GetRequiredService<PoisonMarks>();
        await marks.SetAsync("notices/2022-Q1/29956", default);
        await marks.SetAsync("notices/2022-Q1/29962", default);
        var unit = await workshop.NewUnitAsync();
        await PutAsync(unit, Desk.File(Day), Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")));
        await marks.SetAsync($"exports/{unit}/{Desk.File(Day)}", default);

        // It takes in the export, which puts that mark right.
        await pipeline.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        heard
            .Look("cchc.poison")
            .ShouldBe([
                "cchc.poison checklists 0",
                "cchc.poison exports 0",
                "cchc.poison notices 2",
                "cchc.poison outbox 0",
                "cchc.poison unmarked 0",
                "cchc.poison unreadable 0",
            ]);

        await marks.ClearAsync("notices/2022-Q1/29956", default);
        await marks.ClearAsync("notices/2022-Q1/29962", default);
        await pipeline.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        heard.Look("cchc.poison").ShouldContain("cchc.poison notices 0");
    }

    [Fact]
    public async Task A_quarter_is_overdue_from_its_review_day_until_it_is_reviewed()
    {
        // Its third day, 17 March; the review before it never ran.
        await using var pipeline = workshop.At(
            VietnamTime.StartOf(new(2022, 3, 17)).AddHours(1),
            ("Review:FirstPeriod", "2021-Q4")
        );
        using var heard = new HeardMetrics(pipeline.GetRequiredService<Instruments>());
        var tick = pipeline.GetRequiredService<ReviewClosedPeriods>();
        var reviews = pipeline.GetRequiredService<Store>().Table(StoredNames.ReviewsTable);
        await reviews.AddEntityAsync(new TableEntity("2022-Q1", "29956"));

        // A row that can't be read: its unit waits, and the quarter with it.
        await tick.ReviewAsync(default);
        heard.Look("cchc.reviews.overdue").ShouldBe(["cchc.reviews.overdue 1"]);

        await reviews.DeleteEntityAsync("2022-Q1", "29956");
        await tick.ReviewAsync(default);

        heard.Sums("cchc.reviews").ShouldBe(["cchc.reviews 1"]);
        heard.Look("cchc.reviews.overdue").ShouldBe(["cchc.reviews.overdue 0"]);
    }

    [Fact]
    public async Task The_outbox_tells_what_is_not_sent()
    {
        await using var pipeline = workshop.At(TimeProvider.System.GetUtcNow());
        using var heard = new HeardMetrics(pipeline.GetRequiredService<Instruments>());
        foreach (var id in (string[])["draft-2022-Q1-50001", "draft-2022-Q1-50002"])
            await pipeline
                .GetRequiredService<PostMail>()
                .PostAsync(new(id, "a@hongngu.example", "", "Thử", new MailBody().Say("Thử."), []), default);
        await pipeline.GetRequiredService<SendMail>().SendAsync("draft-2022-Q1-50001", default);

        await pipeline.GetRequiredService<SweepOutbox>().SweepAsync(default);

        heard.Sums("cchc.mails").ShouldBe(["cchc.mails held 1"]);
        heard.Look("cchc.outbox").ShouldBe(["cchc.outbox failed 0", "cchc.outbox held 1", "cchc.outbox pending 1"]);
    }

    private Task PutAsync(string unit, string file, byte[] content) =>
        workshop.PutAsync(unit, file, content, Desk.Evening(Day));
}
