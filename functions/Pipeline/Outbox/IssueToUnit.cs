using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Telemetry;
using CCHC.Pipeline.Units;

namespace CCHC.Pipeline.Outbox;

/// <summary>An issued letter and whom it is mailed to.</summary>
/// <param name="Notice">As recorded.</param>
/// <param name="MailId">The mail's id; "" when the unit has no address: the letter goes by post or by hand.</param>
/// <param name="To">The unit's addresses.</param>
/// <param name="IsNew">False: this letter was mailed before.</param>
public sealed record IssuedToUnit(IssuedNotice Notice, string MailId, string To, bool IsNew);

/// <summary>Records a letter as issued, then writes to its unit; broken off, it is completed by doing it again.</summary>
public sealed class IssueToUnit(
    IssueNotice notices,
    PostMail post,
    OutboxTable outbox,
    PoisonMarks marks,
    ReviewTable reviews,
    StaffSetting<Authorities> authorities,
    Instruments instruments
)
{
    /// <summary>Issues a unit's letter of a period.</summary>
    /// <exception cref="NotIssuedException">It can't be issued so; nothing was changed and nobody was written to.</exception>
    public Task<IssuedToUnit> IssueAsync(
        Period period,
        Unit unit,
        string number,
        DateOnly date,
        bool replace,
        CancellationToken cancellation
    )
    {
        var about = new Correlation(period.Name, unit.Id);
        var span = Tracing.Begin(Spans.IssueNotice, () => TraceKey.Of(about)).About(about);
        return Tracing.InAsync(
            span.Say(SpanTags.Period, period.Name),
            () => IssueInSpanAsync(period, unit, number, date, replace, cancellation)
        );
    }

    private async Task<IssuedToUnit> IssueInSpanAsync(
        Period period,
        Unit unit,
        string number,
        DateOnly date,
        bool replace,
        CancellationToken cancellation
    )
    {
        var notice = await notices.IssueAsync(period, unit, number, date, replace, cancellation);
        instruments.Notices.Add(1, MetricTags.Kind("issued"));
        if (Addresses.Split(unit.Mail).Count == 0)
            return new(notice, "", "", false);
        var reviewed =
            await reviews.FindAsync(period, unit, cancellation)
            ?? throw new InvalidDataException($"The review of {unit.Id} in {period.Name} is gone.");
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        var (mailId, earlier) = await FindAsync(notice, cancellation);
        foreach (var old in earlier)
            await WithdrawAsync(old.Id, mailId, cancellation);
        var mail = Mail(mailId, reviewed, notice, authority, unit, isReplacing: earlier.Count > 0);
        return new(notice, mail.Id, unit.Mail, await post.PostAsync(mail, cancellation));
    }

    private static Mail Mail(
        string id,
        ReviewedUnit reviewed,
        IssuedNotice notice,
        Authority authority,
        Unit unit,
        bool isReplacing
    )
    {
        var full = $"{notice.Number}/{authority.Symbol}";
        return new(
            id,
            unit.Mail,
            "",
            $"Công văn số {full} {Vietnamese.Day(notice.Date)} gửi {Vietnamese.InSentence(unit.Name)}",
            UnitMails.Issued(reviewed, notice, authority, isReplacing),
            [
                new(
                    StoredNames.Notices,
                    Paths.IssuedDocx(notice.Period, notice.Unit),
                    $"Công văn {full.Replace('/', '-')}.docx"
                ),
            ]
        )
        {
            About = new(notice.Period, notice.Unit),
        };
    }

    /// <summary>This letter's mail, and those of the numbers and days that it replaces.</summary>
    private async Task<(string Id, IReadOnlyList<StoredMail> Earlier)> FindAsync(
        IssuedNotice notice,
        CancellationToken cancellation
    )
    {
        var all = await outbox.BeginningAsync(MailIds.IssuedOf(notice.Period, notice.Unit), cancellation);
        var first = MailIds.Issued(notice.Period, notice.Unit, notice.Number, notice.Date);
        // Replaced and put back, the letter is told once more: the unit has been told another one meanwhile.
        var id =
            all is [.., var last] && MailIds.IsOf(last.Id, first)
                ? last.Id
                : MailIds.Again(first, 1 + all.Count(mail => MailIds.IsOf(mail.Id, first)));
        return (id, [.. all.Where(mail => mail.Id != id)]);
    }

    /// <summary>What nobody has got yet of an old number or day is not sent any more.</summary>
    private async Task WithdrawAsync(string id, string replacedBy, CancellationToken cancellation)
    {
        while (
            await outbox.FindAsync(id, cancellation) is { State: not MailState.Sent, ReplacedBy: "" } old
            && await outbox.ReplaceAsync(Withdrawn(old, replacedBy), cancellation) is null
        )
        {
            // It was being sent: look again whether it got through.
        }
        await marks.ClearAsync(MarkPoisonedMail.MarkOf(id), cancellation);
    }

    private static StoredMail Withdrawn(StoredMail old, string replacedBy) =>
        old with
        {
            State = MailState.Failed,
            ReplacedBy = replacedBy,
            LeaseUntil = null,
            NextTryAt = null,
            Error = $"đã thay bằng thư {replacedBy}",
        };
}
