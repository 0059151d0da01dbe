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
        if (Addresses.Recipients(unit.Mail).Count is 0 or > MailAddresses.Most)
            return new(notice, "", "", false);
        var reviewed =
            await reviews.FindAsync(period, unit, cancellation)
            ?? throw new InvalidDataException($"The review of {unit.Id} in {period.Name} is gone.");
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        // Replaced and put back, the letter is told once more: the unit has been told another one meanwhile.
        var ids = notice.Rounds().Select(round => IdOf(notice, round)).ToList();
        var isReplacing = false;
        foreach (var old in ids.SkipLast(1))
            isReplacing |= await WithdrawAsync(old, ids[^1], cancellation);
        var mail = Mail(ids[^1], reviewed, notice, authority, unit, isReplacing);
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

    private static string IdOf(IssuedNotice notice, (string Number, DateOnly Date, int Round) round) =>
        MailIds.Again(MailIds.Issued(notice.Period, notice.Unit, round.Number, round.Date), round.Round);

    /// <summary>What nobody has got yet of an old number or day is not sent any more; false: there was no such mail.</summary>
    private async Task<bool> WithdrawAsync(string id, string replacedBy, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(id, cancellation) is null)
            return false;
        var contention = new Contention($"{StoredNames.OutboxTable}/{id}");
        while (
            await outbox.FindAsync(id, cancellation) is { State: not MailState.Sent, ReplacedBy: "" } old
            && await outbox.ReplaceAsync(Withdrawn(old, replacedBy), cancellation) is null
        )
        {
            // It was being sent: look again whether it got through.
            await contention.PauseAsync(cancellation);
        }
        await marks.ClearAsync(MarkPoisonedMail.MarkOf(id), cancellation);
        return true;
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
