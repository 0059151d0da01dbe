using CCHC.Failure.Tests.Harness;
using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;

namespace CCHC.Failure.Tests.Scenarios;

/// <summary>What follows a review: letters, reports, corrections, mails.</summary>
internal static class LetterScenarios
{
    private static readonly NoticeMessage Letter = new("2022-Q1", "29956");
    private static readonly Mail Mail = new(
        "draft-2022-Q1-50000",
        "xa@hongngu.example",
        "vp@hongngu.example",
        "Dự thảo công văn",
        new MailBody().Say("Kính gửi đơn vị."),
        []
    );

    public static IEnumerable<Scenario> All =>
        [
            new("notice", ReviewedAsync, office => office.Get<WriteDocuments>().WriteAsync(Letter, default)),
            new(
                "reports",
                ReviewedAsync,
                office => office.Get<WriteDocuments>().WriteAsync(NoticeMessage.ForReports("2022-Q1"), default)
            ),
            new(
                "correction-letter",
                DataChangedAsync,
                office => office.Get<WriteCorrections>().WriteAsync(ReviewScenarios.Quarter, default)
            ),
            new("issue", DraftedAsync, office => IssueAsync(office, "389", replace: false)),
            new("issue-again-otherwise", IssuedAsync, office => IssueAsync(office, "390", replace: true)),
            new("mail", office => office.Get<PostMail>().PostAsync(Mail, default), SendAsync),
            new("mail-twice-at-once", office => office.Get<PostMail>().PostAsync(Mail, default), SendAsync)
            {
                Beside = [SendAsync],
            },
            new("post-and-send", _ => Task.CompletedTask, PostAndSendAsync),
        ];

    private static Task SendAsync(Office office) => office.Get<SendMail>().SendAsync(Mail.Id, default);

    private static async Task PostAndSendAsync(Office office)
    {
        await office.Get<PostMail>().PostAsync(Mail, default);
        await SendAsync(office);
    }

    private static async Task ReviewedAsync(Office office)
    {
        await ReviewScenarios.PutQuarterAsync(office);
        await ReviewScenarios.ReviewAsync(office);
        await office.Get<Store>().Queue(StoredNames.NoticesQueue).ClearMessagesAsync();
    }

    private static async Task DraftedAsync(Office office)
    {
        await ReviewedAsync(office);
        await office.Get<WriteNotice>().WriteAsync(Letter, default);
    }

    private static async Task IssuedAsync(Office office)
    {
        await DraftedAsync(office);
        await IssueAsync(office, "389", replace: false);
    }

    private static async Task IssueAsync(Office office, string number, bool replace)
    {
        var unit = (await office.Get<Registers>().GetAsync(default)).Units.Find(Letter.Unit)!;
        await office
            .Get<IssueToUnit>()
            .IssueAsync(ReviewScenarios.Quarter, unit, number, new(2022, 3, 25), replace, default);
    }

    private static async Task DataChangedAsync(Office office)
    {
        await DraftedAsync(office);
        var day = new DateOnly(2022, 3, 10);
        await office.PutAsync(day, Exports.Line(day, 1), Exports.Line(day, 2));
        await office.TakeInAsync(day);
    }
}
