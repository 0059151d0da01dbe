using CCHC.Pipeline.Notices;
using CCHC.Pipeline.Outbox.Wording;
using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
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
    ReviewTable reviews,
    StaffSetting<Authorities> authorities
)
{
    /// <summary>Issues a unit's letter of a period.</summary>
    /// <exception cref="NotIssuedException">It can't be issued so; nothing was changed and nobody was written to.</exception>
    public async Task<IssuedToUnit> IssueAsync(
        Period period,
        Unit unit,
        string number,
        DateOnly date,
        bool replace,
        CancellationToken cancellation
    )
    {
        var notice = await notices.IssueAsync(period, unit, number, date, replace, cancellation);
        if (Addresses.Split(unit.Mail).Count == 0)
            return new(notice, "", "", false);
        var reviewed =
            await reviews.FindAsync(period, unit, cancellation)
            ?? throw new InvalidDataException($"The review of {unit.Id} in {period.Name} is gone.");
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        var full = $"{notice.Number}/{authority.Symbol}";
        var mail = new Mail(
            MailIds.Issued(period.Name, unit.Id, notice.Number),
            unit.Mail,
            "",
            $"Công văn số {full} {Vietnamese.Day(notice.Date)} gửi {Vietnamese.InSentence(unit.Name)}",
            UnitMails.Issued(reviewed, notice, authority),
            [
                new(
                    StoredNames.Notices,
                    Paths.IssuedDocx(period.Name, unit.Id),
                    $"Công văn {full.Replace('/', '-')}.docx"
                ),
            ]
        );
        return new(notice, mail.Id, unit.Mail, await post.PostAsync(mail, cancellation));
    }
}
