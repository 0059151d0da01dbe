using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Reports;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Flow;

public class ReviewAgainTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task A_finished_review_asks_again_only_for_letters_that_are_missing()
    {
        Period.TryParse("2022-Q1", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var review = workshop.Get<ReviewQuarter>();

        var first = await review.ReviewAsync(quarter!, default);
        first.Queued.ShouldBe(10, "no unit sent anything: each is asked for its data");
        foreach (var unit in first.Units.SkipLast(1))
            await workshop.Get<WriteNotice>().WriteAsync(new NoticeMessage("2022-Q1", unit.Unit.Id), default);

        (await review.ReviewAsync(quarter!, default)).Queued.ShouldBe(1);
        await workshop.Get<WriteNotice>().WriteAsync(new NoticeMessage("2022-Q1", first.Units[^1].Unit.Id), default);
        (await review.ReviewAsync(quarter!, default)).Queued.ShouldBe(0);
    }

    [Fact]
    public async Task A_finished_review_asks_again_for_reports_of_which_any_is_missing()
    {
        Period.TryParse("2022-Q3", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default);
        await workshop.Get<WriteReports>().WriteAsync("2022-Q3", default);
        var reports = workshop.Get<Store>().Container(StoredNames.Reports);
        var all = await NamesAsync();
        all.Count.ShouldBe(6);

        foreach (var name in all)
        {
            await reports.GetBlobClient(name).DeleteAsync();
            await AskedAsync(1, $"{name} is missing");
            await workshop.Get<WriteReports>().WriteAsync("2022-Q3", default);
            await AskedAsync(0, $"{name} is there again");
        }
        (await NamesAsync()).ShouldBe(all);

        async Task AskedAsync(int times, string why)
        {
            await workshop.Get<Store>().Queue(StoredNames.NoticesQueue).ClearMessagesAsync();
            await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default);
            var messages = (await workshop.Get<Store>().Queue(StoredNames.NoticesQueue).PeekMessagesAsync(32)).Value;
            messages
                .Count(message => NoticeMessage.FromJson(message.Body.ToString()).IsForReports)
                .ShouldBe(times, why);
        }

        async Task<List<string>> NamesAsync()
        {
            var names = new List<string>();
            await foreach (var blob in reports.GetBlobsAsync())
            {
                if (blob.Name.Count(c => c == '/') == 1)
                    names.Add(blob.Name);
            }
            return names;
        }
    }

    [Fact]
    public async Task A_closed_period_is_frozen_by_its_review()
    {
        Period.TryParse("2022-Q2", PeriodScheme.Statutory, out var quarter).ShouldBeTrue();
        var unit = (await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default)).Units[0].Unit.Id;
        var day = new DateOnly(2022, 6, 14);
        await workshop.PutAsync(unit, Desk.File(day), Desk.Csv(Desk.Line(day, 1, "Trực tuyến")), Desk.Evening(day));
        await workshop.TakeInAsync(unit, 1);

        var again = await workshop.Get<ReviewQuarter>().ReviewAsync(quarter!, default);

        again.Units.Single(reviewed => reviewed.Unit.Id == unit).Figures.IsEmpty.ShouldBeTrue();
        (await workshop.Get<ReviewQuarter>().DryRunAsync(quarter!, default))
            .Units.Single(reviewed => reviewed.Unit.Id == unit)
            .Figures[Pipeline.Kpis.Count.Received]
            .ShouldBe(1);
    }
}
