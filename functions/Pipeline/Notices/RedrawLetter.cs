using CCHC.Pipeline.Periods;
using CCHC.Pipeline.Review;
using CCHC.Pipeline.Storage;
using Microsoft.Extensions.Logging;

namespace CCHC.Pipeline.Notices;

/// <summary>
/// Draws an issued letter again of which a document is gone or damaged, from its record and the frozen review: only as
/// it was issued, byte for byte, as far as anything still tells (docs/adr/0018).
/// </summary>
public sealed partial class RedrawLetter(
    Documents documents,
    Registers registers,
    ReviewTable reviews,
    IssuedNotices issued,
    StaffSetting<Authorities> authorities,
    PeriodScheme scheme,
    ILogger<RedrawLetter> log
)
{
    /// <summary>Writes what is gone or damaged of a letter.</summary>
    /// <returns>Why it can't be, and what to do; null: it was.</returns>
    public async Task<string?> DrawAsync(string period, string unit, CancellationToken cancellation)
    {
        if (await issued.FindAsync(period, unit, cancellation) is not { } notice)
            return "hồ sơ của công văn cũng đã mất: lấy lại từ bản sao lưu";
        if (await FindAsync(notice, cancellation) is not { } reviewed)
            return "kết quả đánh giá đã chốt của đơn vị không còn: lấy lại từ bản sao lưu";
        var authority = (await authorities.GetAsync(cancellation)).On(reviewed.ReviewedOn);
        var letter = Compose(reviewed, authority, notice);
        IReadOnlyList<Document> drawn =
        [
            NoticeBlobs.Docx(letter, Paths.IssuedDocx(period, unit)),
            NoticeBlobs.Html(letter, Paths.IssuedHtml(period, unit)),
        ];
        var lying = await documents.ListTogetherAsync(StoredNames.Notices, drawn[0].Path, cancellation);
        if (!drawn.All(document => lying.MayBe(document.Mark)))
            return $"không soạn lại được đúng như đã ban hành, vì cơ quan ban hành hoặc mẫu công văn đã đổi: lấy lại từ bản sao lưu, hoặc soạn theo mẫu hiện nay: cchc notices issue {period} {unit} --number {notice.Number} --date {IsoDay.Of(notice.Date)}";
        foreach (var document in drawn)
            await documents.PutAsync(StoredNames.Notices, document, drawn.Select(each => each.Mark), cancellation);
        LogDrawn(period, unit);
        return null;
    }

    /// <summary>A letter as it is issued.</summary>
    internal static Letter Compose(ReviewedUnit reviewed, Authority authority, IssuedNotice notice) =>
        authority.OfLetters().Issue(NoticeText.Compose(reviewed, authority), notice.Number, notice.Date);

    private async Task<ReviewedUnit?> FindAsync(IssuedNotice notice, CancellationToken cancellation) =>
        Period.TryParse(notice.Period, scheme, out var period)
        && (await registers.GetAsync(cancellation)).Units.Find(notice.Unit) is { } unit
            ? await reviews.FindAsync(period, unit, cancellation)
            : null;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Documents of the letter {Period}/{Unit} were gone or damaged and are drawn again as they were issued"
    )]
    private partial void LogDrawn(string period, string unit);
}
