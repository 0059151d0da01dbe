using CCHC.EndToEnd.Tests.Cli;
using CCHC.EndToEnd.Tests.Demo;
using CCHC.EndToEnd.Tests.Flow;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.EndToEnd.Tests.Recovery;

/// <summary>
/// A store with something of everything: uploads accepted, refused, withdrawn and waiting, a checklist, a review with an
/// issued letter, mails sent and pending, marks, staff's own lists. Nothing changes it but the test that says so.
/// </summary>
public sealed class FilledStore(Stores stores) : IAsyncLifetime
{
    public const string Unit = "29980";
    public const string Withdrawn = "rut ngày 14-03-2022.csv";
    public const string Waiting = "29980/chưa nạp 2022-03-14.csv";
    public const string PendingMail = "late-29980-2022-03-10";
    public const string SentMail = "draft-2022-Q1-29980";
    public const string Checklist = "Kiểm tra quý I.csv";

    private const string Lines = "Kỳ,Mã đơn vị,Mã tiêu chí,Kết quả,Ngày,Minh chứng\n2022-Q1,29956,printers,1,,\n";

    public string Connection { get; } = stores.New();

    public async ValueTask InitializeAsync() => await FillAsync(Connection);

    /// <summary>Fills another store likewise, for tests that change it.</summary>
    public async Task<string> AnotherAsync()
    {
        var connection = stores.New();
        await FillAsync(connection);
        return connection;
    }

    public string NewStore() => stores.New();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task FillAsync(string connection)
    {
        using var folder = Folder.Of(TheDemo.Quarter.Files.Where(file => file.Code == Unit).Take(25));
        folder.Write(Desk.Csv(Desk.Line(new(2022, 3, 14), 1, "Trực tuyến")), Unit, Withdrawn);
        folder.Write("không phải bảng", Unit, "hỏng 2022-03-14.csv");
        await Cchc.RunAsync("ingest", folder.Path, "--storage", connection);
        await DoneAsync(connection, "withdraw", Unit, Withdrawn, "--reason", "nhầm tệp");

        var store = Store.Open(connection);
        // As put by hand: when it was written is all that tells its place among others.
        await store
            .Container(StoredNames.Checklists)
            .GetBlobClient(Checklist)
            .UploadAsync(BinaryData.FromString(Lines));
        await using var pipeline = Pipelines.On(store);
        await pipeline.GetRequiredService<SweepChecklists>().SweepAsync(default);

        await DoneAsync(connection, "review", "2022-Q1");
        await DoneAsync(connection, "notices", "issue", "2022-Q1", "29956", "--number", "389", "--date", "2022-03-25");
        var item = new FollowUp
        {
            Unit = "29956",
            Period = "2021-Q4",
            Finding = "online",
            Name = "Tỷ lệ hồ sơ nộp trực tuyến",
            Times = 1,
        };
        await pipeline.GetRequiredService<FollowUpTable>().AddAsync(item, default);
        await MailAsync(pipeline, store);
        var authorities = pipeline.GetRequiredService<StaffSetting<Pipeline.Notices.Authorities>>();
        await authorities.WriteAsync(Shipped.Read("authority.json"), default);
        await pipeline.GetRequiredService<PoisonMarks>().SetAsync("notices/2022-Q1/29962", default);
        await PutAsync(store, StoredNames.Settings, Paths.PullState("mot-cua"), "{}");
        await PutAsync(store, StoredNames.Exports, Waiting, "chưa ai đọc");
    }

    private static async Task MailAsync(ServiceProvider pipeline, Store store)
    {
        foreach (var id in (string[])[PendingMail, SentMail])
        {
            var mail = new CCHC.Pipeline.Outbox.Mail(id, "xa@hongngu.example", "", "Nhắc gửi tệp", new MailBody(), []);
            await pipeline.GetRequiredService<PostMail>().PostAsync(mail, default);
        }
        var outbox = pipeline.GetRequiredService<OutboxTable>();
        var sent = (await outbox.FindAsync(SentMail, default))!;
        await outbox.ReplaceAsync(sent with { State = MailState.Sent, SentAt = sent.CreatedAt }, default);
        await store.Queue(StoredNames.OutboxQueue).ClearMessagesAsync();
    }

    private static async Task PutAsync(Store store, string container, string name, string text) =>
        await store.Container(container).GetBlobClient(name).UploadAsync(BinaryData.FromString(text));

    private static async Task DoneAsync(string connection, params string[] args) =>
        await Cchc.DoneAsync([.. args, "--storage", connection]);
}
