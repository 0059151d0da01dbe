using System.Text;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Intake;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Checklists;

/// <summary>A checklist through the running app: uploaded, stored, told; its event lost; its take-in poisoned.</summary>
public class ChecklistFlowTests
{
    private const string Header = "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n";
    private static readonly DateTimeOffset Evening = VietnamTime.StartOf(new DateOnly(2022, 3, 15)).AddHours(18);

    [Fact]
    public async Task An_uploaded_checklist_is_stored_and_its_sender_told()
    {
        await using var app = await RunningApp.StartAsync(Evening);
        // A folder in the name, as the official host allows.
        const string file = "quy 1/phiếu <1>.csv";
        var csv =
            Header
            + "2022-Q1,29956,plan-issued,Đã ban hành,20/01/2022,Kế hoạch số 05/KH-UBND\n"
            + "2022-Q1,29956,printers,nhiều,,\n2022-Q1,29956,scanners,,,\n";
        await PutAsync(app, file, csv, Evening.UtcTicks);
        await app.QuietAsync();

        var line = (await LinesAsync(app)).ShouldHaveSingleItem();
        line.ShouldBe(
            new ChecklistLine(
                "2022-Q1",
                "29956",
                "plan-issued",
                new Answer(Day: new DateOnly(2022, 1, 20)),
                "Kế hoạch số 05/KH-UBND",
                file,
                2,
                Evening.UtcTicks
            )
        );
        var receipt = await ReceiptAsync(app, file);
        (receipt.Outcome, receipt.Lines, receipt.Accepted, receipt.Refused, receipt.Blank).ShouldBe(
            (Outcome.Partly, 2, 1, 1, 1)
        );
        (receipt.Faults.Single().Line, receipt.Faults.Single().Column).ShouldBe((3, "Kết quả"));
        var page = ChecklistReceiptPage.Write(receipt);
        page.ShouldContain("Nhận một phần");
        page.ShouldNotContain("<1>");

        await DeliveringItAgainChangesNothingAsync(app, file, receipt);
        await ALaterChecklistWinsWhateverTheOrderAsync(app);
        await ALostEventIsFoundAsync(app);
        await APoisonedOneTurnsHealthRedUntilItIsTakenInAsync(app);
    }

    private static async Task DeliveringItAgainChangesNothingAsync(RunningApp app, string file, ChecklistReceipt told)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await app.Services.GetRequiredService<TakeInChecklist>().TakeInAsync(file, default);
        again!.TakenInAt.ShouldBe(told.TakenInAt);
        (await ReceiptAsync(app, file)).ToJson().ShouldBe(told.ToJson());
        // The same content under another name is the same checklist.
        var copy = await app.TextAsync(StoredNames.Checklists, file);
        await PutAsync(app, "copy.csv", copy, Evening.UtcTicks + 1);
        await app.QuietAsync();
        (await ReceiptAsync(app, "copy.csv")).Outcome.ShouldBe(Outcome.Duplicate);
        (await LinesAsync(app)).ShouldHaveSingleItem().Answer.Day.ShouldBe(new DateOnly(2022, 1, 20));
    }

    private static async Task ALaterChecklistWinsWhateverTheOrderAsync(RunningApp app)
    {
        await PutAsync(app, "later.csv", Header + "2022-Q1,29962,printers,3,,\n", Evening.UtcTicks + 20);
        await app.QuietAsync();
        await PutAsync(app, "earlier.csv", Header + "2022-Q1,29962,printers,1,,\n", Evening.UtcTicks + 10);
        await app.QuietAsync();
        (await ReceiptAsync(app, "earlier.csv")).Outcome.ShouldBe(Outcome.Accepted);
        (await LinesAsync(app)).Single(line => line.Unit == "29962").Answer.Number.ShouldBe(3);
    }

    private static async Task ALostEventIsFoundAsync(RunningApp app)
    {
        var receipts = app.Store.Container(StoredNames.Receipts);
        await receipts.DeleteBlobAsync(Paths.ChecklistReceipt("later.csv"));
        var swept = await app.Services.GetRequiredService<SweepChecklists>().SweepAsync(default);
        swept.ShouldHaveSingleItem().File.ShouldBe("later.csv");
        (await app.Services.GetRequiredService<SweepChecklists>().SweepAsync(default)).ShouldBeEmpty();
    }

    private static async Task APoisonedOneTurnsHealthRedUntilItIsTakenInAsync(RunningApp app)
    {
        var health = app.Services.GetRequiredService<HealthCheck>();
        await app.Store.Container(StoredNames.Receipts).DeleteBlobAsync(Paths.ChecklistReceipt("later.csv"));
        await app
            .Services.GetRequiredService<MarkPoisoned>()
            .MarkAsync("""{"ContainerName":"checklists","BlobName":"later.csv","ETag":"x"}""", default);
        (await ReceiptAsync(app, "later.csv")).Outcome.ShouldBe(Outcome.Failed);
        (await health.ColourAsync(default)).ShouldBe(HealthColour.Red);

        var swept = await app.Services.GetRequiredService<SweepChecklists>().SweepAsync(default);
        swept.ShouldHaveSingleItem().File.ShouldBe("later.csv", "the host's tries don't count: it waits for no day");
        (await health.ColourAsync(default)).ShouldNotBe(HealthColour.Red);
    }

    private static async Task PutAsync(RunningApp app, string file, string csv, long uploadedAt) =>
        await app
            .Services.GetRequiredService<ChecklistFiles>()
            .PutAsync(file, Encoding.UTF8.GetBytes(csv), uploadedAt, default);

    private static Task<IReadOnlyList<ChecklistLine>> LinesAsync(RunningApp app) =>
        app.Services.GetRequiredService<ChecklistTable>().ListAsync("2022-Q1", default);

    private static async Task<ChecklistReceipt> ReceiptAsync(RunningApp app, string file) =>
        (await app.Services.GetRequiredService<ChecklistReceipts>().FindAsync(file, default)).ShouldNotBeNull();
}
