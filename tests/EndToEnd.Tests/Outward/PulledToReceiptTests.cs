using System.Text.Json;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn.Pull;
using CCHC.Pipeline.Tests.Web;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Outward;

/// <summary>Through the host's own triggers.</summary>
public class PulledToReceiptTests
{
    private static readonly DateOnly Day = new(2022, 3, 10);

    [Fact]
    public async Task The_daily_timer_pulls_an_export_that_ends_with_an_accepted_receipt()
    {
        await using var server = new RoughServer(_ =>
            RoughReply.Of(200, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), "Content-Type: text/csv")
        );
        await using var app = await RunningApp.StartAsync(
            VietnamTime.StartOf(Day).AddHours(18),
            ("Web:AllowPrivateAddresses", "true"),
            ("Web:PausePerHost", "00:00:00")
        );
        await app
            .Services.GetRequiredService<StaffSetting<PullSources>>()
            .WriteAsync(
                $$"""[{"id": "mot-cua", "units": ["29956"], "address": "http://127.0.0.1:{{server.Port}}/{unit}/{date:ddMMyyyy}", "daysBack": 0}]""",
                default
            );

        await app.Services.GetRequiredService<TimerRunner>().RunNowAsync("PullExports");
        await EventuallyAsync(() => app.ExistsAsync(StoredNames.Receipts, "29956/mot-cua_2022-03-10.csv.json"));
        var receipt = await app.TextAsync(StoredNames.Receipts, "29956/mot-cua_2022-03-10.csv.json");
        using var json = JsonDocument.Parse(receipt);
        json.RootElement.GetProperty("outcome").GetString().ShouldBe("accepted");
        json.RootElement.GetProperty("asOf").GetString().ShouldBe("2022-03-10");

        var again = await app.Services.GetRequiredService<PullExports>().PullAsync("mot-cua", Day, default);
        again.ShouldHaveSingleItem().Outcome.ShouldBe(PullOutcome.Unchanged);
        await app.QuietAsync();
        (await app.TextAsync(StoredNames.Receipts, "29956/mot-cua_2022-03-10.csv.json")).ShouldBe(receipt);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            tries.ShouldBeLessThan(900);
            await Task.Delay(100);
        }
    }
}
