using System.Text.Json;
using Azure.Data.Tables;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;

namespace CCHC.EndToEnd.Tests.Flow;

/// <summary>The main job through the host's own triggers: uploads in, figures kept, the quarter reviewed, letters out.</summary>
public class UploadToNoticeTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Parse(CCHC.Pipeline.Units.Shipped.DaysOff);
    private static readonly DateOnly First = new(2021, 12, 15);
    private static readonly DateOnly Last = new(2022, 3, 14);

    [Fact]
    public async Task Uploads_become_figures_and_receipts_and_after_the_quarter_a_notice()
    {
        await using var app = await RunningApp.StartAsync(
            VietnamTime.StartOf(Last).AddHours(18),
            ("Review:FirstPeriod", "2022-Q1")
        );
        var days = Calendar.WorkingDays(First, Last).ToList();
        // One dossier a day: online on every third day.
        foreach (var (index, day) in days.Index())
            await app.PutAsync(
                $"{Desk.Unit}/{Desk.File(day)}",
                Desk.Csv(Desk.Line(day, 1, index % 3 == 0 ? "Trực tuyến" : "Trực tiếp")),
                Desk.Evening(day)
            );
        await app.QuietAsync();

        var quarter = await RowAsync(app, "statutory-2022-Q1", Desk.Unit);
        quarter["Received"].ShouldBe(days.Count);
        quarter["ReceivedOnline"].ShouldBe((days.Count + 2) / 3);
        (await RowAsync(app, "statutory-2022-Q1", $"{Desk.Unit}-f-ho-tich"))["Received"].ShouldBe(days.Count);
        (await app.ExistsAsync(StoredNames.Receipts, $"{Desk.Unit}/{Desk.File(days[^1])}.json")).ShouldBeTrue();

        // 17 March, 00:00: the third day after the quarter closed. Not an hour before.
        app.Clock.Advance(VietnamTime.StartOf(new DateOnly(2022, 3, 16)).AddHours(23) - app.Clock.GetUtcNow());
        await app.QuietAsync();
        (await app.ExistsAsync(StoredNames.Notices, $"2022-Q1/{Desk.Unit}.docx")).ShouldBeFalse();
        app.Clock.Advance(TimeSpan.FromHours(2));
        await EventuallyAsync(() => app.ExistsAsync(StoredNames.Notices, $"2022-Q1/{Desk.Unit}.html"));
        await app.QuietAsync();

        var letter = await app.TextAsync(StoredNames.Notices, $"2022-Q1/{Desk.Unit}.html");
        letter.ShouldContain(
            $"có {(days.Count + 2) / 3} hồ sơ nộp trực tuyến trên tổng số {days.Count} hồ sơ tiếp nhận"
        );
        (await RowAsync(app, "2022-Q1", "all", "Reviews"))["Units"].ShouldBe(10);
        // The nine units that sent nothing get a request for data, not a reproach.
        (await app.TextAsync(StoredNames.Notices, "2022-Q1/29962.html")).ShouldNotContain("chấn chỉnh");
    }

    [Fact]
    public async Task A_faulty_upload_gets_its_receipt_and_harms_no_other()
    {
        await using var app = await RunningApp.StartAsync(VietnamTime.StartOf(Last).AddHours(18));
        await app.PutAsync($"{Desk.Unit}/loi-2022-03-10.csv", "không phải bảng"u8.ToArray(), Desk.Evening(Last));
        await app.PutAsync($"{Desk.Unit}/sub/x.csv", Desk.Csv(), Desk.Evening(Last));
        await app.PutAsync("12345/a-2022-03-10.csv", Desk.Csv(Desk.Line(Last, 1, "Trực tuyến")), Desk.Evening(Last));
        await app.PutAsync(
            $"{Desk.Unit}/{Desk.File(Last)}",
            Desk.Csv(Desk.Line(Last, 1, "Trực tuyến")),
            Desk.Evening(Last)
        );
        await app.QuietAsync();

        (await OutcomeAsync(app, $"{Desk.Unit}/loi-2022-03-10.csv.json")).ShouldBeOneOf("refused", "quarantined");
        (await OutcomeAsync(app, Paths.ReceiptOf($"{Desk.Unit}/sub/x.csv"))).ShouldBe("refused");
        (await OutcomeAsync(app, "12345/a-2022-03-10.csv.json")).ShouldBe("refused");
        (await OutcomeAsync(app, $"{Desk.Unit}/{Desk.File(Last)}.json")).ShouldBe("accepted");
        (await RowAsync(app, "statutory-2022-Q1", Desk.Unit))["Received"].ShouldBe(1);
    }

    private static async Task<string?> OutcomeAsync(RunningApp app, string receipt)
    {
        using var json = JsonDocument.Parse(await app.TextAsync(StoredNames.Receipts, receipt));
        return json.RootElement.GetProperty("outcome").GetString();
    }

    private static async Task<TableEntity> RowAsync(
        RunningApp app,
        string partition,
        string row,
        string table = StoredNames.KpiTable
    ) => (await app.Store.Table(table).GetEntityAsync<TableEntity>(partition, row)).Value;

    private static async Task EventuallyAsync(Func<Task<bool>> claim)
    {
        for (var tries = 0; !await claim(); tries++)
        {
            tries.ShouldBeLessThan(300, "waited 30 s");
            await Task.Delay(100);
        }
    }
}
