using System.Globalization;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>The storage requests of a take-in, counted as they leave (design.md §9, ops and backfill).</summary>
public class RequestTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(CCHC.Pipeline.Units.Shipped.DaysOff);

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public async Task One_export_costs_at_most_twelve_requests_whatever_came_before(int daysBefore)
    {
        var unit = await workshop.NewUnitAsync();
        var days = Calendar
            .WorkingDays(new DateOnly(2021, 12, 15), new DateOnly(2022, 12, 31))
            .Take(daysBefore + 1)
            .ToList();
        foreach (var day in days)
            await workshop.PutAsync(unit, Desk.File(day), Content(unit, day), Desk.Evening(day));
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);
        await workshop.TakeInOnePassAsync(counted, unit, days.SkipLast(1).Select(Desk.File));
        counter.Reset();

        await counted.GetRequiredService<TakeInExports>().TakeInAsync($"{unit}/{Desk.File(days[^1])}", default);

        counter.Total.ShouldBeLessThanOrEqualTo(12, string.Join('\n', counter.Sent));
    }

    [Fact]
    public async Task A_withdrawal_asks_once_for_the_rows_of_a_year_and_removes_those_there_are_at_once()
    {
        var unit = await workshop.NewUnitAsync();
        var (first, last) = (new DateOnly(2022, 3, 7), new DateOnly(2022, 11, 7));
        foreach (var day in (DateOnly[])[first, last])
            await workshop.PutAsync(unit, Desk.File(day), Content(unit, first), Desk.Evening(day));
        await workshop.TakeInAsync(unit, 2);
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);

        await counted.GetRequiredService<WithdrawUpload>().WithdrawAsync(unit, Desk.File(last), "nhầm tệp", default);

        (await workshop.VerifyAsync()).ShouldBeEmpty();
        var sent = counter.Sent.Where(request => request.Contains("/KpiDaily", StringComparison.Ordinal)).ToList();
        sent.ShouldHaveSingleItem().ShouldStartWith("GET");
        counter.Sent.ShouldNotContain(request =>
            request.StartsWith("DELETE", StringComparison.Ordinal) && request.Contains("/Kpi", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Waiting_uploads_taken_in_in_one_pass_cost_at_most_five_requests_each()
    {
        var unit = await workshop.NewUnitAsync();
        // 200 uploads in one pass, as the budget says (design.md §9).
        var days = Calendar.WorkingDays(new DateOnly(2021, 12, 15), new DateOnly(2022, 12, 31)).Take(200).ToList();
        foreach (var day in days)
            await workshop.PutAsync(unit, Desk.File(day), Content(unit, day), Desk.Evening(day));
        var counter = new RequestCounter();
        await using var counted = workshop.Counted(counter);

        await workshop.TakeInOnePassAsync(counted, unit, days.Select(Desk.File));

        (counter.Total / (double)days.Count).ShouldBeLessThanOrEqualTo(
            5,
            string.Join('\n', counter.Sent.CountBy(request => string.Join(' ', request.Split('/', '?', '(').Take(3))))
        );
    }

    /// <summary>No two units' alike: the same content under another unit is a doubt, which costs more requests.</summary>
    private static byte[] Content(string unit, DateOnly day) =>
        Desk.Csv(Desk.Line(day, int.Parse(unit[1..], CultureInfo.InvariantCulture) + 1, "Trực tuyến"));
}
