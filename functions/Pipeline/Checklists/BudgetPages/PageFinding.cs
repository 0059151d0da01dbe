using System.Globalization;
using System.Text.RegularExpressions;

namespace CCHC.Pipeline.Checklists.BudgetPages;

/// <summary>
/// What a page that was read says of a year's publication. A letter may rest on it, so doubt goes to people: proof is an
/// article or file of the right year on a page that says nothing else (<see cref="Publication"/>); only a page that was
/// read in full as text, offers nothing that may hold it, and is the page that was meant, is said to lack it.
/// </summary>
internal static partial class PageFinding
{
    /// <summary>A page with less text, beside scripts, pictures or files, isn't read in full.</summary>
    private const int LeastText = 200;

    public static (PageStatus Status, string Evidence) Of(ReadablePage page, int year, string unit)
    {
        var places = new NamedPlaces(unit);
        var said = page.Blocks.Select(block => (Block: block, Says: BudgetWords.Of(block, year))).ToList();
        var proof = new Publication(page, places, year).Title(said);
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
        if (isDenied && IsDoubtful(said, page, new(places.Own), yearText))
            return Doubt("Câu ghi là chưa công khai có thể không phải lời của đơn vị về nội dung này");
        if (!isDenied && said.Any(line => line.Says is LineSays.Publishes or LineSays.SpeaksOfIt))
            return Doubt($"Trang có nói đến công khai ngân sách năm {yearText} nhưng chưa thấy bài hoặc tệp công khai");
        if (said.Any(line => line.Says is LineSays.NoYear && MayBeOf(yearText, line.Block, page)))
            return Doubt($"Trang có nội dung công khai ngân sách nhưng không rõ có phải của năm {yearText} không");
        if (page.Blocks.Any(block => BudgetWords.MayMean(block.Words, yearText)) && !isDenied)
            return Doubt($"Trang có nội dung có thể là công khai ngân sách năm {yearText} nhưng tên gọi khác");
        if (Unread(page, said, places, yearText) is { } why)
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

    /// <summary>
    /// A denial counts as the page's own words about an empty section: nothing before it, and beside a title of the year
    /// nothing at all, that may be somebody else's.
    /// </summary>
    private static bool IsDoubtful(
        List<(PageBlock Block, LineSays Says)> said,
        ReadablePage page,
        ArticleWords article,
        string year
    )
    {
        var first = said.FindIndex(line => line.Says is LineSays.Denies);
        var isTitled = said.Any(line => line.Says is LineSays.Publishes or LineSays.SpeaksOfIt);
        return page.Blocks.Any(block => Reported().IsMatch(block.Line))
            || said.Any(line => line.Says is LineSays.Denies && !article.Denies(line.Block.Line))
            || said.Any(line =>
                line.Block.HasLink
                && (
                    line.Says is not (LineSays.Nothing or LineSays.OtherYear)
                    || BudgetWords.MayMean(line.Block.Line, year)
                )
            )
            || said.Take(isTitled ? said.Count : first)
                .Any(line => line.Says is not LineSays.Denies && !article.AreAll(line.Block.Line));
    }

    /// <summary>A section of the site, or a title that is cut before it says what it is of.</summary>
    private static bool LeadsOn(PageBlock block) =>
        block.Kind is BlockKind.Link
        && (Section().IsMatch(block.Words) || (BudgetWords.IsCut(block.Words) && Document().IsMatch(block.Words)));

    /// <summary>An article whose title names no year, or a year that stands far off.</summary>
    private static bool MayBeOf(string year, PageBlock block, ReadablePage page) =>
        block.Kind is BlockKind.Link || page.Blocks.Any(other => BudgetWords.Names(other.Words, year));

    /// <summary>Why nobody can say that the page lacks it; null: it was read in full.</summary>
    private static string? Unread(
        ReadablePage page,
        List<(PageBlock Block, LineSays Says)> said,
        NamedPlaces places,
        string year
    )
    {
        if (!page.IsDecoded)
            return "Không nhận ra bảng mã của trang";
        if (page.AsksToSignIn)
            return "Trang có chỗ đăng nhập, có thể phải đăng nhập mới xem được";
        if (page.HasFiles || page.HasUnread)
            return "Trang có ảnh, khung hoặc tệp mà máy không đọc được";
        if (page.HasHidden)
            return "Trang có phần ẩn hoặc chỉ hiện khi bấm, chọn";
        if (page.HasScripts && (page.Letters < LeastText || page.Blocks.Any(block => Waits().IsMatch(block.Words))))
            return "Trang chỉ hiện nội dung trong trình duyệt";
        if (page.HasMorePages || said.Any(line => YearAlone().IsMatch(line.Block.Words)))
            return "Trang còn các trang tiếp theo chưa đọc";
        if (
            page.HasHints
            || said.Any(line => line.Says is LineSays.Nothing && LeadsOn(line.Block))
            || said.Any(line => Neighbours.InContent(line.Block, line.Says))
            || page.Chrome.Any(line => Neighbours.InChrome(line, year))
        )
            return "Trang còn liên kết có thể dẫn tới nội dung công khai";
        if (page.IsHome)
            return "Địa chỉ dẫn tới trang chủ, không phải trang công khai";
        if (page.IsSearch)
            return "Địa chỉ dẫn tới trang tìm kiếm, không phải trang công khai";
        return IsOfCommune(page) && !IsAnothers(page, places) ? null : "Trang không có vẻ là trang của đơn vị";
    }

    /// <summary>The title, head or heading names another commune, or a school.</summary>
    private static bool IsAnothers(ReadablePage page, NamedPlaces places) =>
        places.NamesAnother(page.Title)
        || BudgetWords.IsOfBody(page.Title)
        || page.Chrome.Concat(page.Blocks.Where(NamedPlaces.Heads))
            .Any(line => BudgetWords.IsOfBody(line.Line) || places.NamesAnother(BudgetWords.WithoutDenial(line.Line)));

    /// <summary>A guard's page, a host's, a parked name's, or text in an encoding of old, never is.</summary>
    private static bool IsOfCommune(ReadablePage page) =>
        page.IsVietnamese && !page.Blocks.Any(block => Guarded().IsMatch(block.Words));

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

    /// <summary>Somebody else's words, a question, or what an inspection found.</summary>
    [GeneratedRegex(
        @"(?<!\w)(ket luan|cau hoi|hoi dap|tra loi|vi sao|tai sao|phan anh|kien nghi|thanh tra|kiem tra|cu tri|bao chi|chat van|don thu|khieu nai|to cao|theo ong|theo ba|phong vien)(?!\w)|(?<!\w)(hoi|dap) ?:",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reported();
}
