using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// What a page that was read says of a year's publication. A letter may rest on it, so doubt goes to people: proof is an
/// article or file of the right year outside menus, head and foot; only a page that was read in full as text, and is the
/// page that was meant, is said to lack it.
/// </summary>
internal static partial class PageFinding
{
    /// <summary>A page with less text, beside scripts, pictures or files, isn't read in full.</summary>
    private const int LeastText = 200;

    /// <summary>A title with nothing below it names an empty section.</summary>
    private const int LeastArticle = 100;

    /// <summary>Who issued it stands beside a title; what is longer tells of something.</summary>
    private const int LongestRest = 80;

    public static (PageStatus Status, string Evidence) Of(ReadablePage page, int year, string unit)
    {
        var places = new NamedPlaces(unit);
        var said = page.Blocks.Select(block => (Block: block, Says: BudgetWords.Of(block, year))).ToList();
        var proof = Proof(said, page, places);
        var yearText = year.ToString(CultureInfo.InvariantCulture);
        if (
            Gone().IsMatch(page.Title)
            || page.Blocks.Any(block => block.Words.Length <= 80 && Gone().IsMatch(block.Words))
        )
            return Doubt("Trang báo là không tìm thấy nội dung này");
        var isDenied = said.Any(line => line.Says is LineSays.Denies);
        if (proof is not null && isDenied)
            return Doubt("Trang vừa có nội dung công khai vừa ghi là chưa có");
        if (proof is not null)
            return (PageStatus.Published, $"Trang có các từ {List(BudgetWords.In(proof.Words))} và năm {yearText}.");
        if (!isDenied && said.Any(line => line.Says is LineSays.Publishes or LineSays.SpeaksOfIt))
            return Doubt($"Trang có nói đến công khai ngân sách năm {yearText} nhưng chưa thấy bài hoặc tệp công khai");
        if (said.Any(line => line.Says is LineSays.NoYear && MayBeOf(yearText, line.Block, page)))
            return Doubt($"Trang có nội dung công khai ngân sách nhưng không rõ có phải của năm {yearText} không");
        if (page.Blocks.Any(block => BudgetWords.MayMean(block.Words, yearText)) && !isDenied)
            return Doubt($"Trang có nội dung có thể là công khai ngân sách năm {yearText} nhưng tên gọi khác");
        if (Unread(page, said, places) is { } why)
            return Doubt(why);
        if (isDenied)
            return (PageStatus.WithoutWords, "Trang ghi là chưa có nội dung công khai.");
        var spoken = said.Where(line => line.Says is LineSays.OtherYear or LineSays.NoYear).ToList();
        return spoken.Count > 0
            ? (
                PageStatus.WithoutWords,
                $"Trang có các từ {List(BudgetWords.In(spoken[0].Block.Words))}, nhưng không có năm {yearText}."
            )
            : (
                PageStatus.WithoutWords,
                "Trang không có từ \"công khai\" đi cùng \"ngân sách\", \"dự toán\" hoặc \"quyết toán\"."
            );
    }

    /// <summary>A link to it, or a title with an article, or files, below it.</summary>
    private static bool IsProof(PageBlock block, ReadablePage page) =>
        block.Kind is BlockKind.Link
        || (
            block.Kind is not BlockKind.Away
            && (
                page.HasUnread
                || page.Blocks.SkipWhile(other => other != block)
                    .Skip(1)
                    .Where(other => other.Kind is BlockKind.Text)
                    .Sum(other => other.Words.Length) >= LeastArticle
            )
        );

    private static PageBlock? Proof(List<(PageBlock Block, LineSays Says)> said, ReadablePage page, NamedPlaces places)
    {
        if (places.NamesAnother(page.Title))
            return null;
        var title = new TitleWords(places.Own);
        var isAnothers = false;
        foreach (var (block, says) in said)
        {
            if (
                says is LineSays.Publishes
                && !isAnothers
                && title.AreAll(block.Words)
                && IsOf(block, places)
                && IsProof(block, page)
            )
                return block;
            if (NamedPlaces.Heads(block))
                isAnothers = places.NamesAnother(block.Words);
        }
        return null;
    }

    /// <summary>Neither title nor entry names another commune than the unit.</summary>
    private static bool IsOf(PageBlock block, NamedPlaces places) =>
        !places.NamesAnother(block.Words)
        && !(block.Entry.Length <= block.Words.Length + LongestRest && places.NamesAnother(block.Entry));

    /// <summary>A section of the site, or a title that is cut before it says what it is of.</summary>
    private static bool LeadsOn(PageBlock block) =>
        block.Kind is BlockKind.Link
        && (Section().IsMatch(block.Words) || (BudgetWords.IsCut(block.Words) && Document().IsMatch(block.Words)));

    /// <summary>An article whose title names no year, or a year that stands far off.</summary>
    private static bool MayBeOf(string year, PageBlock block, ReadablePage page) =>
        block.Kind is BlockKind.Link || page.Blocks.Any(other => BudgetWords.Names(other.Words, year));

    /// <summary>Why nobody can say that the page lacks it; null: it was read in full.</summary>
    private static string? Unread(ReadablePage page, List<(PageBlock Block, LineSays Says)> said, NamedPlaces places)
    {
        var speaks = said.Any(line => line.Says is not LineSays.Nothing);
        if (!page.IsDecoded)
            return "Không nhận ra bảng mã của trang";
        if (page.AsksToSignIn)
            return "Trang có chỗ đăng nhập, có thể phải đăng nhập mới xem được";
        if (page.HasFiles || page.HasUnread && (speaks || page.Letters < LeastText || SpeaksOfSubject(page)))
            return "Trang có ảnh, khung hoặc tệp mà máy không đọc được";
        if (page.HasScripts && (page.Letters < LeastText || page.Blocks.Any(block => Waits().IsMatch(block.Words))))
            return "Trang chỉ hiện nội dung trong trình duyệt";
        if (page.HasMorePages || said.Any(line => YearAlone().IsMatch(line.Block.Words)))
            return "Trang còn các trang tiếp theo chưa đọc";
        if (said.Any(line => line.Says is LineSays.Nothing && LeadsOn(line.Block)) || page.HasHints)
            return "Trang còn liên kết có thể dẫn tới nội dung công khai";
        if (page.IsHome)
            return "Địa chỉ dẫn tới trang chủ, không phải trang công khai";
        return IsOfCommune(page) && !places.NamesAnother(page.Title) ? null : "Trang không có vẻ là trang của đơn vị";
    }

    /// <summary>A guard's page, a host's, a parked name's, or text in an encoding of old, never is.</summary>
    private static bool IsOfCommune(ReadablePage page) =>
        page.IsVietnamese && !page.Blocks.Any(block => Guarded().IsMatch(block.Words));

    private static bool SpeaksOfSubject(ReadablePage page) => page.Blocks.Any(block => Subject().IsMatch(block.Words));

    private static (PageStatus, string) Doubt(string why) => (PageStatus.Unreadable, $"{why}; cần người xem.");

    private static string List(IReadOnlyList<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    /// <summary>A soft 404: the server answers that all is well, the page says otherwise.</summary>
    [GeneratedRegex(
        @"(?<!\w)(404|khong tim thay (trang|noi dung|bai viet|duong dan|lien ket)|trang (ban (tim|yeu cau) |nay )?khong (ton tai|co|tim thay)|(noi dung|bai viet|duong dan|lien ket) (nay )?(khong ton tai|da bi (xoa|go))|page not found|not found)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Gone();

    /// <summary>Placeholders that a script replaces.</summary>
    [GeneratedRegex(
        @"(?<!\w)(dang tai|loading|vui long (cho|bat javascript)|chua co (bai viet|du lieu|noi dung|tin)|khong co (du lieu|bai viet|ban ghi))(?!\w)|\{\{",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Waits();

    [GeneratedRegex(
        @"(?<!\w)(dang nhap (de|moi)|dang tai (du lieu|trang)|nguoi may|ma xac nhan|xac minh|can dang nhap|nang cap|bao tri|captcha|robot|checking your browser|request rejected|access denied|server error|internet information services|het han (dich vu|hosting|ten mien)|(ten mien|dich vu|hosting) (nay )?(da )?het han|domain|hosting)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Guarded();

    [GeneratedRegex(
        @"(?<!\w)(ngan sach|du toan|quyet toan|tai chinh|nsnn|cktc)(?!\w)|^((chuyen )?muc |thong tin )?cong khai(,? minh bach| thong tin)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Section();

    /// <summary>A section of one year, to be opened.</summary>
    [GeneratedRegex(@"^(nam )?20\d\d$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearAlone();

    [GeneratedRegex(
        @"^(v/v|ve viec|quyet dinh|nghi quyet|thong bao|bao cao|to trinh|bieu|so lieu|thuyet minh)(?!\w)|(?<!\w)(cong khai|cong bo|niem yet|thu,? chi)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Document();

    [GeneratedRegex(
        @"(?<!\w)(cong khai|ngan sach|du toan|quyet toan)(?!\w)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Subject();
}
