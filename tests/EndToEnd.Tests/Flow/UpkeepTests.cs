using System.Net;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using CCHC.SelfHost;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>What keeps uploads from being lost, and personal data from being kept.</summary>
public class UpkeepTests
{
    private static readonly DateOnly Day = new(2022, 3, 14);

    [Fact]
    public async Task A_poisoned_upload_turns_health_red_until_the_sweep_has_taken_it_in()
    {
        await using var app = await RunningApp.StartAsync(DateTimeOffset.UnixEpoch.AddYears(60));
        using var http = new HttpClient { BaseAddress = app.Address };
        (await http.GetAsync("api/health")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await app.PutAsync("29956/x/", [], null);
        var name = $"{Desk.Unit}/{Desk.File(Day)}";
        await app.QuietAsync();
        var poison =
            $$"""{"FunctionId":"Host.Functions.TakeInExport","BlobType":"BlockBlob","ContainerName":"exports","BlobName":"{{name}}","ETag":"x"}""";
        await app.PutAsync(name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();
        await app.Store.Container(StoredNames.Receipts).DeleteBlobAsync($"{name}.json");
        await app.Store.Queue(StoredNames.BlobPoisonQueue).SendMessageAsync(poison);
        await app.QuietAsync();

        (await app.TextAsync(StoredNames.Receipts, $"{name}.json")).ShouldContain("\"outcome\":\"failed\"");
        (await http.GetAsync("api/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await http.GetStringAsync("api/health").ContinueWith(t => t.Exception is not null)).ShouldBeTrue();

        // Receipts carry the storage's own time: "daily" is counted from there.
        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.Services.GetRequiredService<SweepExports>().SweepAsync(DateTimeOffset.MinValue, default);
        (await app.TextAsync(StoredNames.Receipts, $"{name}.json")).ShouldContain("\"outcome\":\"accepted\"");
        (await http.GetAsync("api/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_sweep_takes_in_what_no_event_told_of()
    {
        await using var app = await RunningApp.StartAsync(TimeProvider.System.GetUtcNow());
        var name = $"{Desk.Unit}/{Desk.File(Day)}";
        await app.PutAsync(name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();
        await app.Store.Container(StoredNames.Receipts).DeleteBlobAsync($"{name}.json");

        await app.Services.GetRequiredService<TimerRunner>().RunNowAsync("SweepExports");

        (await app.TextAsync(StoredNames.Receipts, $"{name}.json")).ShouldContain("\"outcome\":\"accepted\"");
    }

    [Fact]
    public async Task A_checklist_that_cannot_be_taken_in_keeps_no_export_from_the_sweep()
    {
        await using var app = await RunningApp.StartAsync(TimeProvider.System.GetUtcNow());
        var name = $"{Desk.Unit}/{Desk.File(Day)}";
        await app.PutAsync(name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.QuietAsync();
        await app.Store.Container(StoredNames.Receipts).DeleteBlobAsync($"{name}.json");
        var settings = app.Store.Container(StoredNames.Settings);
        await settings.GetBlobClient(Paths.Criteria).UploadAsync(BinaryData.FromString("no list"), overwrite: true);
        var checklists = app.Store.Container(StoredNames.Checklists);
        await checklists.GetBlobClient("q1.csv").UploadAsync(BinaryData.FromString("a,b\n1,2\n"));

        var sweep = app.Services.GetRequiredService<TimerRunner>().RunNowAsync("SweepExports");
        await sweep.ContinueWith(_ => { }, TaskScheduler.Default);

        (await app.TextAsync(StoredNames.Receipts, $"{name}.json")).ShouldContain("\"outcome\":\"accepted\"");
    }

    [Fact]
    public async Task Uploads_with_a_final_receipt_leave_after_thirty_days_and_others_stay()
    {
        await using var app = await RunningApp.StartAsync(TimeProvider.System.GetUtcNow());
        var name = $"{Desk.Unit}/{Desk.File(Day)}";
        await app.PutAsync(name, Desk.Csv(Desk.Line(Day, 1, "Trực tuyến")), Desk.Evening(Day));
        await app.PutAsync(
            $"{Desk.Unit}/khac-{VietnamTime.DayOf(app.Clock.GetUtcNow()):yyyy-MM-dd}.csv",
            Desk.Csv(),
            null
        );
        await app.QuietAsync();
        await app.Store.Container(StoredNames.Receipts).DeleteBlobAsync($"{name}.json");
        var other = $"{Desk.Unit}/khac-{VietnamTime.DayOf(app.Clock.GetUtcNow()):yyyy-MM-dd}.csv";
        (await app.ExistsAsync(StoredNames.Exports, other)).ShouldBeTrue();

        app.Clock.Advance(TimeSpan.FromDays(31));
        await app.Services.GetRequiredService<DeleteOldExports>().DeleteAsync(default);

        (await app.ExistsAsync(StoredNames.Exports, other)).ShouldBeFalse();
        (await app.ExistsAsync(StoredNames.Exports, name)).ShouldBeTrue();
    }
}
