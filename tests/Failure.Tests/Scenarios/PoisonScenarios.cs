using CCHC.Failure.Tests.Faults;
using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Checklists;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Recovery.Poison;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.TakeIn;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>What was tried five times is marked, and put right by hand, while storage fails at whatever request.</summary>
internal static class PoisonScenarios
{
    private const int Tries = 5;
    private static readonly DateOnly Monday = new(2022, 3, 7);
    private static readonly NoticeMessage Letter = new("2022-Q1", "29956");
    private static readonly string Export = Message(StoredNames.Exports, Exports.Name(Monday));
    private static readonly string Checklist = Message(StoredNames.Checklists, "q1.csv");
    private static readonly Mail Mail = new(
        "draft-2022-Q1-50001",
        "xa@hongngu.example",
        "",
        "Dự thảo công văn",
        new MailBody().Say("Kính gửi đơn vị."),
        []
    );

    public static IEnumerable<Scenario> All =>
        [
            new("mark-export", FailFiveTimesAsync, MarkAsync(Export)),
            new("mark-checklist", PutChecklistAsync, MarkAsync(Checklist)),
            new("mark-nothing", _ => Task.CompletedTask, MarkAsync("không phải JSON")),
            new(
                "mark-notice",
                _ => Task.CompletedTask,
                office => office.Get<MarkPoisonedNotice>().MarkAsync(Letter.ToJson(), default)
            ),
            new("mark-mail", PostAsync, office => office.Get<MarkPoisonedMail>().MarkAsync(Mail.Id, default)),
            new("retry-all", GiveUpAsync, RetryAsync),
            new("drop-export", MarkedAsync, DropAsync),
        ];

    private static string Message(string container, string name) =>
        $$"""{"ContainerName":"{{container}}","BlobName":"{{name}}","ETag":"x"}""";

    private static Func<Office, Task> MarkAsync(string message) =>
        office => office.Get<MarkPoisoned>().MarkAsync(message, default);

    /// <summary>The trigger's five deliveries, each of which loses a request for good.</summary>
    private static async Task FailFiveTimesAsync(Office office)
    {
        await office.PutAsync(Monday, Exports.Line(Monday, 1));
        for (var tries = 1; tries <= Tries; tries++)
        {
            var lost = new FaultPoint(0, new($"GET /exports/{Exports.Name(Monday)}", 1), FaultKind.LostAlways);
            using var transport = new FaultyTransport(lost, beside: null);
            await using var failing = new Office(office.At, transport);
            await Should.ThrowAsync<Exception>(() => failing.TakeInAsync(Monday));
        }
    }

    private static Task PutChecklistAsync(Office office) =>
        office
            .Get<ChecklistFiles>()
            .PutAsync("q1.csv", "Kỳ\n"u8.ToArray(), VietnamTime.StartOf(Monday).UtcTicks, default);

    private static Task<bool> PostAsync(Office office) => office.Get<PostMail>().PostAsync(Mail, default);

    private static async Task MarkedAsync(Office office)
    {
        await FailFiveTimesAsync(office);
        await MarkAsync(Export)(office);
    }

    /// <summary>Two are marked, one still lies in its queue.</summary>
    private static async Task GiveUpAsync(Office office)
    {
        await MarkedAsync(office);
        await PutChecklistAsync(office);
        await MarkAsync(Checklist)(office);
        await office.Get<Store>().Queue(StoredNames.BlobPoisonQueue).SendMessageAsync(Export);
    }

    private static async Task RetryAsync(Office office)
    {
        InTurn.Throw(await office.Get<ListGivenUp>().MarkAllAsync(default));
        foreach (var item in await office.Get<ListGivenUp>().ListAsync(default))
            (await office.Get<RetryGivenUp>().RetryAsync(item, default)).IsDone.ShouldBeTrue(item.Mark);
    }

    private static async Task DropAsync(Office office)
    {
        foreach (var item in await office.Get<ListGivenUp>().ListAsync(default))
            await office.Get<DropGivenUp>().DropAsync(item, "gửi nhầm", default);
    }
}
