using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Review.FollowUps;
using CCHC.Pipeline.Storage;
using CCHC.Pipeline.Units;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// Records the number and day that the clerk gave a letter, writes the letter with both in it, and starts the deadlines.
/// Broken off, it is completed by doing it again; twice is the same as once.
/// </summary>
public sealed partial class IssueNotice(
    Store store,
    Documents documents,
    Registers registers,
    ReviewTable reviews,
    FollowUpTable followUps,
    IssuedNotices issued,
    LostLetters lost,
    DamageMarks damages,
    StaffSetting<Authorities> authorities,
    TimeProvider time,
    ILogger<IssueNotice> log
)
{
    private readonly NumberClaims numbers = new(store, issued, damages);

    /// <summary>Records what was not recorded before; what is recorded stays.</summary>
    /// <exception cref="NotIssuedException">It can't be issued so; nothing was changed.</exception>
    public Task<IssuedNotice> IssueAsync(
        Period period,
        Unit unit,
        string number,
        DateOnly date,
        CancellationToken cancellation
    ) => IssueAsync(period, unit, number, date, replace: false, cancellation);

    /// <summary>The same, and a wrong record may be replaced.</summary>
    /// <exception cref="NotIssuedException">It can't be issued so; nothing was changed.</exception>
    public async Task<IssuedNotice> IssueAsync(
        Period period,
        Unit unit,
        string number,
        DateOnly date,
        bool replace,
        CancellationToken cancellation
    )
    {
        var reviewed = await FindDraftAsync(period, unit, cancellation);
        // Looked at before anything is recorded: an item that can't be read would break it off half-way.
        _ = await followUps.ListAsync(unit.Id, cancellation);
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        var calendar = (await registers.GetAsync(cancellation)).SoundCalendar;
        var asked = Asked(reviewed, authority, calendar, number, date);
        var claims = await lost.ClaimsAsync(date.Year, cancellation);
        IssuedNotice? known = null;
        if (await issued.FindAsync(period.Name, unit.Id, cancellation) is { } recorded)
            RefuseOther(recorded, asked, replace, authority);
        else
            (asked, known) = await AskedAnewAsync(asked, claims, replace, authority, cancellation);
        if (await numbers.TakeAsync(authority, asked, cancellation) is var (other, otherUnit))
            throw Refused(
                $"Số {asked.Number}/{authority.Symbol} năm {asked.Date.Year} đã cấp cho công văn {other} của đơn vị {otherUnit}. Kiểm tra lại sổ văn bản đi."
            );
        var (now, before) = await issued.RecordAsync(asked, replace, cancellation);
        RefuseOther(now, asked, replace: false, authority);
        before ??= known;
        await CompleteAsync(reviewed, authority, now, cancellation);
        if (before is not null && (before.Number, before.Date.Year) != (now.Number, now.Date.Year))
            await numbers.FreeAsync(authority, before, cancellation);
        if (IssueDates.Warning(now, calendar) is not null)
            LogUncovered(period.Name, unit.Id);
        LogIssued(period.Name, unit.Id, now.Number);
        return now;
    }

    /// <summary>What to check of a recorded letter's deadlines; null when nothing.</summary>
    public async Task<string?> WarningAsync(IssuedNotice notice, CancellationToken cancellation) =>
        IssueDates.Warning(notice, (await registers.GetAsync(cancellation)).SoundCalendar);

    /// <summary>A letter without a record: it is new, or broken off, or its record is lost (law 2b).</summary>
    /// <returns>What to record, and what is known of the lost record.</returns>
    private async Task<(IssuedNotice Asked, IssuedNotice? Known)> AskedAnewAsync(
        IssuedNotice asked,
        IReadOnlyList<NumberClaim> claims,
        bool replace,
        Authority authority,
        CancellationToken cancellation
    )
    {
        var traces = new LetterTraces(
            [.. (await followUps.ListAsync(asked.Unit, cancellation)).Where(item => item.Period == asked.Period)],
            [.. claims.Where(claim => (claim.Period, claim.Unit) == (asked.Period, asked.Unit))],
            await store.HtmlAsync(Paths.IssuedHtml(asked.Period, asked.Unit), cancellation)
        );
        var known = traces.Known(asked);
        if (traces.Agree(asked, authority))
            return (known ?? asked, null);
        if (!replace)
            throw Refused(
                $"Công văn này đã ban hành, hoặc ban hành dở dang ({traces.Words(authority)}), nhưng hồ sơ {StoredNames.Notices}/{Paths.Issue(asked.Period, asked.Unit)} đã mất. Phục hồi hồ sơ từ bản sao lưu, hoặc ghi lại đúng số và ngày cũ bằng cchc notices issue. Nếu muốn thay số, ngày cũ, thêm --replace."
            );
        return (known is null ? asked : asked.After(known), known);
    }

    private async Task<ReviewedUnit> FindDraftAsync(Period period, Unit unit, CancellationToken cancellation)
    {
        var reviewed =
            await reviews.FindAsync(period, unit, cancellation)
            ?? throw Refused(
                $"Kỳ {period.Name} chưa đánh giá đơn vị {unit.Id}. Đánh giá kỳ trước: cchc review {period.Name}"
            );
        if (!reviewed.NeedsNotice)
            throw Refused($"{unit.Name} không có hạn chế trong kỳ {period.Name} nên không có công văn để ban hành.");
        var draft = store.Container(StoredNames.Notices).GetBlobClient(Paths.NoticeDocx(period.Name, unit.Id));
        if (!(await draft.ExistsAsync(cancellation)).Value)
            throw Refused(
                $"Chưa có dự thảo công văn kỳ {period.Name} của {unit.Name}. Soạn lại: cchc review {period.Name}"
            );
        return reviewed;
    }

    private IssuedNotice Asked(
        ReviewedUnit reviewed,
        Authority authority,
        WorkingCalendar calendar,
        string number,
        DateOnly date
    )
    {
        if (!NoticeNumber.TryParse(number, authority.Symbol, out var given))
            throw Refused(
                $"Số \"{number}\" không hợp lệ: ghi số văn thư đã cấp, ví dụ 389, 389a hoặc 389/{authority.Symbol}."
            );
        if (IssueDates.Fault(date, reviewed.Period, time.Today()) is { } fault)
            throw Refused(fault);
        return new(
            reviewed.Period.Name,
            reviewed.Unit.Id,
            given,
            date,
            calendar.AddWorkingDays(date, authority.CorrectionWorkingDays),
            calendar.AddWorkingDays(date, authority.DataWorkingDays)
        );
    }

    private static void RefuseOther(IssuedNotice recorded, IssuedNotice asked, bool replace, Authority authority)
    {
        if (!recorded.SaysTheSameAs(asked) && !replace)
            throw Refused(
                $"Công văn này đã ghi nhận ban hành: số {recorded.Number}/{authority.Symbol} {Vietnamese.Day(recorded.Date)}. Nếu ghi nhầm, thêm --replace để thay."
            );
    }

    private async Task CompleteAsync(
        ReviewedUnit reviewed,
        Authority authority,
        IssuedNotice notice,
        CancellationToken cancellation
    )
    {
        var letter = RedrawLetter.Compose(reviewed, authority, notice);
        var (docx, html) = (Paths.IssuedDocx(notice.Period, notice.Unit), Paths.IssuedHtml(notice.Period, notice.Unit));
        await documents.PutAsync(letter, docx, html, cancellation);
        foreach (var item in await followUps.ListAsync(notice.Unit, cancellation))
        {
            if (item.Period == notice.Period)
                await followUps.ChangeAsync(item.Unit, item.Period, item.Finding, Start, cancellation);
        }

        FollowUp Start(FollowUp item) =>
            item with
            {
                Number = notice.Number,
                IssuedOn = notice.Date,
                Deadline = notice.CorrectionDeadline,
            };
    }

    private static NotIssuedException Refused(string message) => new(message);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recorded {Period}/{Unit} as issued, number {Number}")]
    private partial void LogIssued(string period, string unit, string number);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The days off don't cover the deadlines of {Period}/{Unit}: import them"
    )]
    private partial void LogUncovered(string period, string unit);
}
